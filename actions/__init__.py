"""Custom actions of the dialogue: glue between Rasa and `bot.dialogue`, one module per step.

The package runs in the server's process (bot/runtime/in_process_actions.py) and, unchanged, behind
`malleo rasa run actions`.
"""

from bot.runtime.rasa_ready import prepare

prepare()
