"""Addresses that are neither kept in the clear nor lost when the key changes."""

from __future__ import annotations

import pytest

from bot.channels.addresses import Addresses, AddressLost, secret_of

OLD, NEW = "an old key of more than thirty-two characters", "a new key of more than thirty-two characters"
ADDRESS = {"team": "T1", "user": "U1"}


def test_an_address_is_opened_with_the_key_it_was_sealed_with_also_after_a_new_one_came() -> None:
    sealed = Addresses((OLD,)).seal(ADDRESS)
    assert "U1" not in sealed
    assert Addresses((NEW, OLD)).open(sealed) == ADDRESS
    with pytest.raises(AddressLost):
        Addresses((NEW,)).open(sealed)


def test_marks_tell_people_and_front_ends_apart_and_nothing_else() -> None:
    addresses = Addresses((NEW, OLD))
    marks = addresses.marks("slack", ADDRESS)
    assert marks == addresses.marks("slack", dict(reversed(ADDRESS.items())))
    assert marks[1:] == Addresses((OLD,)).marks("slack", ADDRESS)
    others = [addresses.marks("telegram", ADDRESS), addresses.marks("slack", {"team": "T1", "user": "U2"})]
    assert not {*marks} & {mark for other in others for mark in other}


def test_a_secret_for_another_server_is_its_own_and_one_that_telegram_takes() -> None:
    assert secret_of((NEW, OLD), "telegram") == secret_of((NEW,), "telegram") != secret_of((NEW,), "slack")
    assert len(secret_of((NEW,), "telegram")) == 64
    assert secret_of((NEW,), "telegram").isalnum()
