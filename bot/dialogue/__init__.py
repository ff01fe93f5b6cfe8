"""What is asked and said: facts and rules become messages."""
