"""What an operator sets is checked before the port opens."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.channels.limits import Rate
from bot.runtime import settings
from bot.runtime.web_settings import USUAL, SettingRefused, WebSettings

KEY, OLD = "k" * 40, "o" * 40


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "STATE", tmp_path / "state")
    return tmp_path / "state"


def test_without_any_setting_nobody_else_may_use_it_and_a_key_is_made(state: Path) -> None:
    read = WebSettings.read({})
    assert (read.origins, read.proxies, read.rates) == (frozenset(), 0, USUAL)
    assert WebSettings.read({}).keys == read.keys
    assert stat.S_IMODE((state / "secret").stat().st_mode) == 0o600
    assert [file.name for file in state.iterdir()] == ["secret"]


def test_processes_that_start_at_once_make_one_key() -> None:
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(WebSettings.read, [{}] * 8))
    assert len({one.keys for one in read}) == 1


def test_several_keys_origins_and_rates_are_read() -> None:
    read = WebSettings.read(
        {
            "MALLEO_SECRET": f"{KEY},{OLD}",
            "MALLEO_ORIGINS": "https://Runner.example, http://localhost:8000",
            "MALLEO_PROXIES": "2",
            "MALLEO_RATES": "conversation=5/0.5",
        }
    )
    assert read.keys == (KEY, OLD)
    assert read.origins == {"https://runner.example", "http://localhost:8000"}
    assert read.proxies == 2
    assert read.rates == {**USUAL, "conversation": Rate(5, 0.5)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MALLEO_SECRET", "short"),
        ("MALLEO_SECRET", f"{KEY},short"),
        ("MALLEO_SECRET", " , "),
        ("MALLEO_ORIGINS", "*"),
        ("MALLEO_ORIGINS", "https://*.example"),
        ("MALLEO_ORIGINS", "runner.example"),
        ("MALLEO_ORIGINS", "https://runner.example/"),
        ("MALLEO_ORIGINS", "null"),
        ("MALLEO_PROXIES", "-1"),
        ("MALLEO_PROXIES", "many"),
        ("MALLEO_RATES", "conversation=5"),
        ("MALLEO_RATES", "conversation=0/1"),
        ("MALLEO_RATES", "everything=5/1"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingRefused, match=name):
        WebSettings.read({name: value})
