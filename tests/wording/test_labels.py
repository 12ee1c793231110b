"""The words of the advice and of the vocabulary: none is without something said for it."""

from datetime import date

import msgspec
import pytest

from journal.advice import SECTIONS, TalkingPoints
from journal.vocabulary.choices import ROLES
from journal.wording.labels import ROLE_NAMES, SECTION_TITLES, TALKING_POINT_TITLES, hold_words


def test_every_section_has_a_title_in_the_order_shown() -> None:
    assert tuple(SECTION_TITLES) == SECTIONS


def test_every_talking_point_has_a_title_in_its_order() -> None:
    assert tuple(TALKING_POINT_TITLES) == tuple(
        field.name for field in msgspec.structs.fields(TalkingPoints)
    )


def test_every_role_has_a_name() -> None:
    assert tuple(ROLE_NAMES) == ROLES.words


@pytest.mark.parametrize("kind", ["min_gap", "resting", "snooze"])
def test_what_moves_the_day_is_said_with_the_day(kind: str) -> None:
    assert hold_words(kind, date(2026, 3, 1)).endswith("until 1 March 2026.")
