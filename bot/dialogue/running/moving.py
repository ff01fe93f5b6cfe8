"""What moves a plan: answers at its gate, and reports of outings."""

from __future__ import annotations

from dataclasses import replace

from bot.care.return_to_run.progress import Phase, Progress, gate_left
from bot.care.return_to_run.report import GateAnswer, Report, trouble
from bot.care.return_to_run.steps import after
from bot.dialogue.running import telling
from bot.dialogue.running.kept import Running
from bot.dialogue.running.questions import GATE, PAIN, gate_question, is_about_running
from bot.dialogue.running.reporting import reported
from bot.dialogue.running.turn import RunningTurn, Said
from bot.knowledge.model import State


def answer(turn: RunningTurn, running: Running) -> Said | None:
    """Takes the answer to a question of ours; nothing when there is none."""
    given, way = running.given, running.way
    if given is None or way is None:
        return None
    if given.question.startswith(GATE) and isinstance(given.value, State):
        return _at_the_gate(turn, running, way, given.question, given.value)
    if given.question == PAIN and isinstance(given.value, int) and way.waiting:
        later = running.later_fine
        report = Report(way.waiting, ran=True, later=later, pain=given.value, fine=later)
        return _moved(turn, replace(running, later_fine=False), way, report)
    return None


def report(turn: RunningTurn, running: Running) -> Said | None:
    """Takes what was told of an outing or since; nothing when the message tells nothing of that."""
    told, way = turn.told.report, running.way
    if way is None or way.phase is Phase.WITHDRAWN or told is None:
        return None
    if turn.before.open and is_about_running(turn.before.open) and not told.ran and not told.signs:
        return None  # it was an answer
    if not (told.ran or told.signs or told.worse or way.waiting or way.settling_since):
        return None
    return _moved(turn, running, way, told)


def queued(turn: RunningTurn, running: Running) -> Running:
    """With what is left of the gate as the questions to put."""
    way = running.way
    if way is None or way.phase is not Phase.GATE:
        return running
    left = gate_left(way, turn.practice.knowledge.plans[way.plan], turn.today)
    return replace(running, asking=tuple(gate_question(way.plan, item) for item in left))


def _at_the_gate(turn: RunningTurn, running: Running, way: Progress, question: str, state: State) -> Said:
    left = gate_left(way, turn.practice.knowledge.plans[way.plan], turn.today)
    item = next((one for one in left if gate_question(way.plan, one) == question), "")
    now = after(way, GateAnswer(turn.today, item, state), turn.today, turn.found, turn.practice.knowledge)
    if now.phase is Phase.RUNNING:
        return turn.about(replace(running, asking=()), now, telling.opened(now, turn.practice, turn.today))
    if now.failed:
        return turn.about(replace(running, asking=()), now, telling.shut(now, turn.practice, turn.today))
    return turn.says(queued(turn, replace(running, way=now)))


def _moved(turn: RunningTurn, running: Running, way: Progress, told: Report) -> Said:
    known = turn.practice.knowledge
    now = after(way, told, turn.today, turn.found, known)
    if now.waiting and not now.felt:
        asks = replace(running, way=now, asking=(PAIN,), later_fine=told.later and told.fine)
        return turn.says(asks)
    if PAIN in running.asking or now.phase is not way.phase:
        running = replace(running, asking=())
    crossed = trouble(told, known.plans[way.plan], known.tissues[way.tissue])
    return turn.about(running, now, reported(way, now, told, crossed, turn.practice, turn.today))
