"""All triggers that the engine in `bot.language.assertion` applies, one file for each thing they do.

A new one is one line in the file that it belongs to.
"""

from bot.language.trigger import Trigger
from bot.language.triggers.comparisons import COMPARISONS, WELL
from bot.language.triggers.denials import DENIALS
from bot.language.triggers.doubts import DOUBTS
from bot.language.triggers.not_denials import ENDS, NOT_DENIALS
from bot.language.triggers.over import OVER
from bot.language.triggers.people import ELSEWHERE, PEOPLE
from bot.language.triggers.repairs import REPAIRS, SAME, SECOND_THOUGHTS
from bot.language.triggers.suppositions import SUPPOSITIONS
from bot.language.triggers.times import TIMES

TRIGGERS: tuple[Trigger, ...] = (
    *DENIALS,
    *NOT_DENIALS,
    *ENDS,
    *DOUBTS,
    *TIMES,
    *OVER,
    *SUPPOSITIONS,
    *PEOPLE,
    *ELSEWHERE,
    *COMPARISONS,
    *WELL,
    *REPAIRS,
    *SECOND_THOUGHTS,
    *SAME,
)
