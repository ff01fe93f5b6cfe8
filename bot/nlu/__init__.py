"""Rasa graph components: thin wrappers over bot.language, and the intent classifier."""
