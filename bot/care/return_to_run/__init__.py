"""The way back to running: whether there is one, which, and how it goes on by what is reported."""
