"""The Telegram front end. docs/telegram.md tells how to set it up."""
