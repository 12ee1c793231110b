"""The worked examples of the rules come out as they are written."""

import pytest

from tests.support.journal import Writer
from tests.support.worked_examples import EXAMPLES, PERSON


def mentor(changes: dict[str, str | None]) -> str:
    lines = (f"{key}: {value}" for key, value in (PERSON | changes).items() if value)
    return "\n".join(("---", *lines, "---", ""))


@pytest.mark.parametrize("number", EXAMPLES)
def test_worked_example(notes: Writer, number: int) -> None:
    example = EXAMPLES[number]
    notes.write({"mentors/p": mentor(example.person), **example.notes})
    advice = notes.advice()
    advised = advice.of("mentors/p")
    assert advised
    assert advised.section == example.section
    assert (str(advised.reach_by) if advised.reach_by else None) == example.reach_by
    assert [(r.kind, str(r.by) if r.by else None) for r in advised.reasons] == example.reasons
    assert tuple(r.kind for r in advised.reasons if r.stale) == example.stale
    assert (advised.hold.kind if advised.hold else None) == example.hold
    assert advised.phase == example.phase
    assert (advised.channel, advised.then) == (example.channel, None)
    assert advice.to_confirm == example.to_confirm


def test_the_notes_of_the_worked_examples_have_no_errors(notes: Writer) -> None:
    for example in EXAMPLES.values():
        notes.write({"mentors/p": mentor(example.person), **example.notes})
        assert [found for found in notes.journal().findings if found.level == "error"] == []
