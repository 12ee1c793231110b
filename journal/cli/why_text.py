"""How the day to reach out to somebody came about, on a terminal or as JSON."""

from collections.abc import Iterator

import msgspec

from journal.advice.explanation import Explanation, WhyStep
from journal.characters import escaped_json
from journal.cli.output import clean, styled, wrap
from journal.library import Journal
from journal.wording.why import until_why


def explanation_lines(journal: Journal, found: Explanation) -> Iterator[str]:
    """Yield a paragraph a rule, with the files that it rests on and what settles it."""
    yield styled(clean(found.name), bold=True)
    for step in found.steps:
        yield ""
        yield from wrap(clean(step.text), "  ")
        yield from _behind(journal, step)


def _behind(journal: Journal, step: WhyStep) -> Iterator[str]:
    for note in step.notes:
        yield from wrap(clean(journal.notes[note].path), "    ")
    if step.until:
        yield from wrap(clean(until_why(step.until)), "    ")


def explanation_json(found: Explanation | None) -> str:
    """Return an explanation for other programs; null for somebody who is not in the list."""
    text = msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
    return escaped_json(text)
