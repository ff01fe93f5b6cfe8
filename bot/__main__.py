"""`python -m bot` is `malleo`."""

from bot.cli import main

main()
