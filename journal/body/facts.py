"""All that other rooms need of a body, read in one go."""

from journal.body import headings, links, signs, tasks
from journal.body.hidden import views
from journal.body.places import Places
from journal.body.records import BodyFacts


def facts(body: str, first_line: int = 1) -> BodyFacts:
    """Read a body that begins on `first_line` of its file. Takes time in proportion to the text."""
    both = views(body)
    places = Places(both.prose, first_line)
    boxes = tasks.boxes(places)
    places.leave_open(tasks.rows_inside_open(boxes, both.prose))
    found = links.find(places, both.typed)
    linked = links.by_line(found)
    heading, heading_line = headings.first_heading(both, places, linked)
    return BodyFacts(
        links=tuple(found.links),
        embeds=tuple(found.embeds),
        typed=links.typed_only(body, found),
        tasks=tuple(tasks.make(boxes, both, places, linked)),
        tags=signs.tags(both.prose),
        heading=heading,
        heading_line=heading_line,
        emoji=signs.emoji(places),
        mistakes=(*signs.mistakes(body, places), *tasks.mistakes(boxes, both, places)),
    )
