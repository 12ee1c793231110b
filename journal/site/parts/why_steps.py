"""How the day to reach out to somebody came about, step by step, as their page shows it."""

from collections.abc import Iterator

import msgspec

from journal.advice import PersonAdvice
from journal.advice.explanation import explain
from journal.site.parts.page_context import Link, PageContext
from journal.wording.why import until_why


class ShownStep(msgspec.Struct, frozen=True):
    """A rule that fired, the notes behind it, and what would settle it, empty for nothing."""

    text: str
    behind: tuple[Link, ...]
    until: str


def why_steps(page: PageContext, advice: PersonAdvice) -> Iterator[ShownStep]:
    """Yield the steps; none links to the person's own page, on which they stand."""
    for step in explain(page.journal, advice).steps:
        behind = page.links(tuple(note for note in step.notes if note != advice.person))
        yield ShownStep(step.text, behind, until_why(step.until) if step.until else "")
