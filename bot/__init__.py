"""Malleo: an ankle-pain assistant for runners."""
