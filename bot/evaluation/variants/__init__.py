"""Labelled variants of messages: frames that people talk in, the words of the lexicon, and how people type."""
