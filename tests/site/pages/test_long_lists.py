"""A list that is cut leaves out the least urgent, and says how many of them."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.journal import TODAY, Writer
from tests.support.site import page, site_of

SHEET, PERSON = "people/p/prep/", "people/p/"
#: Days from today, some of them twice, in the order in which somebody happens to write.
Days = Sequence[int]


def _on(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def _named(number: int) -> str:
    return f"thing{number:02}."


def _said(files: dict[str, str], address: str, heading: str) -> str:
    with TemporaryDirectory() as folder:
        return page(site_of(Writer(Path(folder)).write(files).root), address).section(heading)


def _first_are_said(said: str, days: Days, most: int, urgency: Callable[[int], int]) -> None:
    """Check that nothing left out is more urgent than what is said, and that it is counted."""
    inside = [urgency(each) for number, each in enumerate(days) if _named(number) in said]
    outside = [urgency(each) for number, each in enumerate(days) if _named(number) not in said]
    assert len(inside) == min(most, len(days))
    assert not outside or max(inside) <= min(outside)
    assert (f"and {len(outside)} more" in said) is bool(outside)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-900, 42), min_size=1, max_size=14))
def test_promises(days: list[int]) -> None:
    lines = (f"- [ ] {_named(number)} 📅 {_on(each)}" for number, each in enumerate(days))
    files = {"mentors/p": "\n".join(lines)}
    _first_are_said(_said(files, "", "Promises due"), days, 8, int)
    _first_are_said(_said(files, SHEET, "You promised"), days, 4, int)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-300, 400), min_size=1, max_size=9))
def test_people(days: list[int]) -> None:
    person = "---\ntitle: {}\ncadence: never\nnext: {}\n---\n"
    files = {
        f"mentors/m{number}": person.format(_named(number), _on(each))
        for number, each in enumerate(days)
    }
    _first_are_said(_said(files, "", "Reach out first"), days, 5, int)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-900, -1), min_size=1, max_size=9, unique=True))
def test_questions_without_an_answer(days: list[int]) -> None:
    asked = "---\npeople: p\nchannel: email\ndirection: out\nquestion: {}\ndate: {}\n---\n"
    files = {
        f"touchpoints/{number}": asked.format(_named(number), _on(each))
        for number, each in enumerate(days)
    }
    _first_are_said(_said({"mentors/p": "", **files}, SHEET, "To ask"), days, 4, int)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-40, 900), min_size=1, max_size=9))
def test_goals_they_help_with(days: list[int]) -> None:
    goals = {
        f"goals/{number}": f"---\ntitle: {_named(number)}\npeople: p\ntarget: {_on(each)}\n---\n"
        for number, each in enumerate(days)
    }
    files = {"mentors/p": "", **goals}
    _first_are_said(_said(files, SHEET, "Where they can help you"), days, 4, int)
