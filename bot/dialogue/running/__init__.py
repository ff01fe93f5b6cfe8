"""The way back to running in conversation: what is asked and reported of it, and what is said."""
