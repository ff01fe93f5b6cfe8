import pytest

from bot.language import short_forms as module
from bot.language.cleaning import clean
from bot.language.short_forms import short_forms, spell_out


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("swollen w/ bruising", "swollen with bruising"),
        ("walk w/o pain", "walk without pain"),
        ("it dosent hurt", "it doesn't hurt"),
        ("red & hot", "red and hot"),
        ("2 wks ago", "2 weeks ago"),
        ("a 7+ really", "a 7+ really"),
        ("swole", "swollen"),
    ],
)
def test_short_forms_are_spelt_out(typed, spelt):
    assert " ".join(spell_out(clean(typed)).text.split()) == spelt


def test_only_whole_words_are_short_forms():
    assert spell_out(clean("wounds")).text == "wounds"


def test_a_line_without_a_meaning_is_refused_with_its_number(tmp_path, monkeypatch):
    file = tmp_path / "short_forms.txt"
    file.write_text("# fine\nwks weeks\n", encoding="utf-8")
    monkeypatch.setattr(module, "FILE", file)
    with pytest.raises(ValueError, match="line 2"):
        short_forms.__wrapped__()
