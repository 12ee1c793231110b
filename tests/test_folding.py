"""The one folding: what is the same name, and what is another."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.folding import folded


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Amara Okoye", "amara-okoye"),
        ("Amara Okoye", "AMARA_okoye"),
        ("Amara\u00a0Okoye", "Amara\u3000Okoye"),
        ("Amara  Okoye", "amara --_ okoye"),
        ("Zoë", "zoe"),
        ("Zoë", normalize("NFD", "ZOË")),
        ("Işıl Kaya", "isil kaya"),
        ("ışıl kaya", "Işıl Kaya"),
        ("İzmir", "izmir"),
        ("Søren Bæk", "Soren Baek"),
        ("Łódź", "lodz"),
        ("Đặng Þór Eiðsson", "dang thor eidsson"),
        ("Œuvre Ħal", "oeuvre hal"),
        ("Strauß", "STRAUSS"),
        ("STRAUẞ", "strauss"),
        ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("Йорданов", "иорданов"),
        ("はだ", normalize("NFD", "はだ")),
        ("한국", normalize("NFD", "한국")),
    ],
)
def test_case_accents_and_blanks_make_no_other_name(written: str, asked: str) -> None:
    assert folded(written) == folded(asked)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("はた", "はだ"),
        ("パリ", "バリ"),
        ("ハリ", "パリ"),
        ("कि", "क"),
        ("שָׁלוֹם", "שלום"),
        ("عَلي", "علي"),
        ("ก่อน", "กอน"),
        ("Ann Lee", "Annlee"),
        ("Zoe", "Zoae"),
        ("Müller", "Mueller"),
        ("O'Brien", "OBrien"),
    ],
)
def test_what_other_scripts_put_upon_a_letter_is_part_of_it(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_what_was_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_texts_that_are_canonically_the_same_are_one_name(text: str) -> None:
    assert folded(normalize("NFD", text)) == folded(normalize("NFC", text))
