"""Tokens outlive a change of keys."""

from __future__ import annotations

import pytest

from bot.channels.tokens import Mint, TokenRefused

OLD, NEW = "old" * 20, "new" * 20


def test_a_new_key_is_put_in_front_and_old_tokens_stay_good() -> None:
    token = Mint((OLD,)).issue()
    both = Mint((NEW, OLD))
    assert both.conversation(token) == Mint((OLD,)).conversation(token)
    assert Mint((NEW,)).conversation(both.issue()), "the first key signs"
    with pytest.raises(TokenRefused) as refused:
        Mint((NEW,)).conversation(token)
    assert refused.value.code == "forged"


def test_a_renewed_token_names_the_same_conversation() -> None:
    mint = Mint((NEW, OLD))
    conversation = mint.conversation(mint.issue())
    assert mint.conversation(mint.issue(conversation)) == conversation
    assert mint.conversation(mint.issue()) != conversation
