"""The form: which slot comes next, and the prompts of its slots."""

from rasa_sdk.events import SlotSet

from actions.asking import put_next_question
from actions.step import Events, Step, Turn
from bot.dialogue.interruptions import ends_the_talk
from bot.dialogue.steps import next_step, slot_of


class ValidateAssessmentForm(Step):
    """Requests the slot of the next question; none is left when the result can be given."""

    keeps_quiet = False

    def name(self) -> str:
        return "validate_assessment_form"

    def take(self, turn: Turn) -> Events:
        case = turn.case
        goes_on = case.answered or case.open is not None or case.misses  # or a question was just given up
        if turn.intent == "distress" or (ends_the_talk(turn.intent) and not goes_on):
            return [SlotSet("requested_slot", None)]
        return [SlotSet("requested_slot", slot_of(next_step(case, turn.practice)))]


class AskConsent(Step):
    """Puts the next question, whichever slot it is for."""

    slot = "consent"

    def name(self) -> str:
        return f"action_ask_assessment_form_{self.slot}"

    def take(self, turn: Turn) -> Events:
        return put_next_question(turn)


class AskLocation(AskConsent):
    slot = "location"


class AskOnset(AskConsent):
    slot = "onset"


class AskSeverity(AskConsent):
    slot = "severity"


class AskDetail(AskConsent):
    slot = "detail"
