"""The picture of the ankle with its numbered places: one drawing for all front ends."""
