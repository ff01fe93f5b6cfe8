"""Simple ways to triage the same cases: what the assistant has to be better than. Each is given all facts of a case."""
