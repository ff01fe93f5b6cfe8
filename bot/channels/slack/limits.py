"""What Slack takes, as numbers.

Sources: https://docs.slack.dev/reference/block-kit/blocks and `slack_sdk.models`, which checks the same; the size of
all blocks of a message is undocumented, about 13,200 (slackapi/bolt-js#2509).
"""

SECTION = 3000
"""Characters of a section, after escaping."""

BLOCKS_TEXT = 11_000
"""The same of all sections of a message, with room for what else belongs to it."""

FALLBACK = 3900
"""Characters of the text that notifications and screen readers get; Slack advises 4,000 at most."""

NOTE = 2000
"""Characters of an element of a `context` block."""

LABEL = 75
"""Characters of a button, or of an option in a list."""

TICKS = 10
"""Options of one group of checkboxes."""

FEW = 5
"""Options that stand as buttons beside each other; more of them are easier to find in a list."""

SELECT = 100
"""Options of a list."""

A_SECOND = 20
"""Messages of one app; Slack allows about one a second in each conversation and bursts in all."""
