"""All triggers that the engine in `bot.language.assertion` applies."""

from bot.language.denials import DENIALS, DOUBTS, ENDS, NOT_DENIALS
from bot.language.situations import COMPARISONS, ELSEWHERE, PEOPLE, REPAIRS, TIMES, WELL
from bot.language.trigger import Trigger

TRIGGERS: tuple[Trigger, ...] = (
    *DENIALS,
    *NOT_DENIALS,
    *ENDS,
    *DOUBTS,
    *TIMES,
    *PEOPLE,
    *ELSEWHERE,
    *COMPARISONS,
    *WELL,
    *REPAIRS,
)
