"""What Telegram takes, as numbers.

Sources: https://core.telegram.org/bots/api, https://core.telegram.org/bots/faq and the server, tdlib/telegram-bot-api.
"""

TEXT = 4096
"""Code units of UTF-16 of a message, after its markup was read."""

CAPTION = 1024
"""The same of the words below a picture or a file."""

PAYLOAD = 64
"""Bytes that a button carries."""

TOAST = 200
"""Characters of the note that answers a tap."""

LABEL = 30
"""Characters of a button that a phone shows in one column; longer ones are cut in their middle."""

IN_A_ROW = 8
"""Buttons that clients show beside each other."""

A_SECOND = 25
"""Messages of one bot; Telegram allows about 30."""
