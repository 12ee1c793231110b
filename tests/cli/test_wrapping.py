"""Lines that fit, counted in cells; and text that a terminal only shows."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from journal.cli.output import cells, clean, left_and_right, wrap

#: Line ends, and what letters and emoji are made of.
KEPT = {*"\n\u00ad\u200c\u200d", *map(chr, range(0xE0020, 0xE0080))}
TEXT = st.text(st.sampled_from("ab é森🙂 -\n"), max_size=300)


@given(TEXT, st.sampled_from(["", "    "]))
def test_no_line_is_wider_than_asked(text: str, indent: str) -> None:
    assert all(cells(line) <= 20 for line in wrap(text, indent, 20))


@given(TEXT)
def test_no_letter_is_lost(text: str) -> None:
    assert "".join("".join(wrap(text, "", 20)).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("one two three", "  ", 9) == ["  one two", "  three"]


@given(TEXT)
def test_a_row_is_as_wide_as_the_page(left: str) -> None:
    assert cells(left_and_right(left.replace("\n", " "), "right", 20)) == 20


#: Symbols and numerals left out: a newer Unicode than Python's makes some of them wider.
LETTERS = st.text(st.characters(exclude_categories=["So", "No", "Cs", "Cn"]))


@given(LETTERS | TEXT)
def test_nothing_takes_more_room_than_was_counted(text: str) -> None:
    shown = clean(text.replace("\n", " "))
    assert cells(shown) >= wcswidth(shown)


def test_what_people_write_is_counted_as_terminals_show_it() -> None:
    words = ("Zoë", "Zoe\u0308", "森 森", "🙂", "❤\ufe0f", "🇵🇹", "Ελένη", "नमस्ते", "“a” – b…")
    assert [word for word in words if cells(word) != wcswidth(word)] == []


@given(st.text())
def test_clean_text_has_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    kinds = {unicodedata.category(c) for c in shown if c not in KEPT}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def test_clean_text_keeps_letters_and_emoji() -> None:
    assert clean("Zoë 森 👩\u200d🔬 e\u0301\u00a0!") == "Zoë 森 👩\u200d🔬 e\u0301\u00a0!"
