"""`malleo worker` and `malleo escalations` as an operator runs them: processes, signals, exit codes."""

from __future__ import annotations

import json
import signal
import subprocess
from datetime import UTC, datetime

from outbox import WORDS, hand_over, malleo, rows, warn
from peer import Peer
from sqlalchemy import Engine, update

from bot.storage.models import Escalation


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def just_now() -> datetime:
    return datetime.now(UTC)


def test_two_workers_at_once_bring_each_notice_once(people: Engine, peer: Peer) -> None:
    names = [f"{number:02}" for number in range(12)]
    warn(people, *names, at=just_now())
    workers = [malleo(people, "worker", "--once", MALLEO_NOTIFY=peer.url) for _ in range(2)]
    for worker in workers:
        code, _, err = ended(worker)
        assert code == 0, err
    assert sorted(peer.references) == sorted(row.reference for row in rows(people))


def test_a_worker_killed_between_delivery_and_its_note_brings_it_twice_with_one_reference(
    people: Engine, peer: Peer
) -> None:
    """The one case in which a notice comes twice. The receiver can tell: same reference, and a mark."""
    warn(people, "a", at=just_now())
    peer.may_answer.clear()
    killed = malleo(people, "worker", MALLEO_NOTIFY=peer.url)
    peer.wait_for_a_notice()
    killed.kill()
    ended(killed)
    peer.may_answer.set()
    assert rows(people)[0].delivered_at is None
    code, _, err = ended(malleo(people, "worker", "--once", MALLEO_NOTIFY=peer.url))
    assert (code, len(peer.notices)) == (0, 1), err  # the lease of the dead one has not ended
    with people.begin() as connection:
        connection.execute(update(Escalation).values(next_attempt_at=just_now()))
    code, _, err = ended(malleo(people, "worker", "--once", MALLEO_NOTIFY=peer.url))
    assert code == 0, err
    assert len(peer.notices) == 2
    assert len(set(peer.references)) == 1
    assert ["may have reached you before" in text for text in peer.texts] == [False, True]


def test_sigterm_ends_it_when_what_is_under_way_is_done(people: Engine, peer: Peer) -> None:
    warn(people, "a", "b", at=just_now())
    peer.may_answer.clear()
    worker = malleo(people, "worker", MALLEO_NOTIFY=peer.url)
    peer.wait_for_a_notice()
    worker.send_signal(signal.SIGTERM)
    peer.may_answer.set()
    code, out, err = ended(worker)
    assert code == 0, err
    assert "Malleo's worker has stopped." in out
    assert [row.attempts for row in rows(people) if row.delivered_at is None] == [0], "the other one was not begun"
    assert len(peer.notices) == 1


def test_once_tells_by_its_exit_code_that_something_is_left(sqlite_people: Engine, peer: Peer) -> None:
    warn(sqlite_people, "a", at=just_now())
    hand_over(sqlite_people, "b")
    peer.statuses.extend([500, 500])
    code, out, err = ended(malleo(sqlite_people, "worker", "--once", MALLEO_NOTIFY=peer.url))
    assert code == 1
    assert "notices put off: 2" in out
    for private in (WORDS, "quincunx", "127.0.0.1", "Traceback"):
        assert private not in out + err


def test_a_variable_that_makes_no_sense_is_said_plainly(sqlite_people: Engine) -> None:
    for variables in ({"MALLEO_NOTIFY": "nonsense"}, {"MALLEO_RETENTION_DAYS": "soon"}):
        code, _, err = ended(malleo(sqlite_people, "worker", "--once", **variables))
        assert code == 2
        assert next(iter(variables)) in err
        assert "Traceback" not in err


def test_the_operator_lists_shows_and_acknowledges(sqlite_people: Engine) -> None:
    warn(sqlite_people, "a", at=just_now())
    hand_over(sqlite_people, "b")
    warning, handed_over = rows(sqlite_people)
    code, out, _ = ended(malleo(sqlite_people, "escalations", "list"))
    assert code == 0
    assert warning.reference in out
    assert "hand-off" in out
    assert WORDS not in out, "the list names nobody's words"
    code, out, _ = ended(malleo(sqlite_people, "escalations", "show", handed_over.reference))
    assert code == 0
    assert WORDS in out, "the person agreed that whoever takes over reads them"
    code, out, _ = ended(malleo(sqlite_people, "escalations", "acknowledge", warning.reference, "--by", "Kim"))
    assert (code, out) == (0, f"Acknowledged {warning.reference}.\n")
    code, out, _ = ended(malleo(sqlite_people, "escalations", "list", "--open", "--json"))
    assert [entry["reference"] for entry in json.loads(out)] == [handed_over.reference]


def test_what_cannot_be_acknowledged_is_said_with_its_reason(sqlite_people: Engine) -> None:
    warn(sqlite_people, "a", at=just_now())
    (warning,) = rows(sqlite_people)
    assert ended(malleo(sqlite_people, "escalations", "acknowledge", warning.reference, "--by", "Kim"))[0] == 0
    code, _, err = ended(malleo(sqlite_people, "escalations", "acknowledge", warning.reference, "--by", "Lee"))
    assert code == 1
    assert "acknowledged before" in err
    assert "by Kim" in err
    for command in ("show", "acknowledge"):
        code, _, err = ended(malleo(sqlite_people, "escalations", command, "nosuchid"))
        assert code == 1
        assert "There is no escalation 'nosuchid'. See: malleo escalations list" in err


def test_an_empty_queue_is_said(sqlite_people: Engine) -> None:
    code, out, _ = ended(malleo(sqlite_people, "escalations", "list"))
    assert (code, out) == (0, "There are none.\n")
