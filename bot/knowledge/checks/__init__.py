"""What a base must hold to, one function a promise. `bot.knowledge.check` has the table of them."""
