"""Self-care, when to look again, and the way back to running."""
