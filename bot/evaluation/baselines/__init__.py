"""Other ways to understand the same messages, each measured in an environment of its own (docs/baselines.md)."""
