from __future__ import annotations

from bot.knowledge.model import Level, State
from bot.knowledge.vocabulary import vocabulary


def test_levels_and_states_are_those_of_the_value_objects() -> None:
    assert vocabulary().levels == tuple(Level)
    assert vocabulary().states == tuple(State)


def test_no_id_is_a_finding_and_an_attribute_at_once() -> None:
    assert not set(vocabulary().findings) & set(vocabulary().attributes)


def test_a_place_is_a_value_of_location() -> None:
    assert vocabulary().attributes["location"].values == tuple(vocabulary().regions)


def test_reserved_questions_settle_attributes() -> None:
    assert set(vocabulary().questions.values()) == set(vocabulary().attributes)


def test_limits_of_numbers_are_included() -> None:
    severity = vocabulary().attributes["severity"]
    assert [severity.within(number) for number in (-1, 0, 10, 11)] == [False, True, True, False]
    assert vocabulary().attributes["duration_days"].within(4000)


def test_ids_are_not_written_twice() -> None:
    for ids in (vocabulary().conditions, vocabulary().intents):
        assert len(set(ids)) == len(ids)
