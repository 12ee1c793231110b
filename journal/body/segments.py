"""A line as people read it, in segments: strings, and links to notes between them.

Titles, tasks and texts of the front matter are kept like this, so that the name of a private note
is taken out by what its link leads to, and never by searching for it in a string.
"""

from collections.abc import Callable, Iterable, Iterator

from journal.body.contents import LinkTarget, NoteLink, Segments

REDACTED = "a private note"
"""What is said in place of the name of a note that may not be shown."""

#: A piece of a line.
Part = str | NoteLink
#: Says of a target whether a link to it is to be redacted.
IsHidden = Callable[[LinkTarget], bool]


def text_of(segments: Iterable[Part]) -> str:
    """Return a line as one string."""
    return "".join([part if isinstance(part, str) else part.text for part in segments])


def redact_segments(segments: Segments, is_hidden: IsHidden) -> Segments:
    """Return a line in which the text of each link to something hidden is REDACTED."""
    return tuple(
        REDACTED if isinstance(part, NoteLink) and any(map(is_hidden, part.targets)) else part
        for part in segments
    )


def targets_of(segments: Segments) -> tuple[LinkTarget, ...]:
    """Return what the links of a line lead to."""
    links = (part for part in segments if isinstance(part, NoteLink))
    return tuple(target for link in links for target in link.targets)


def segments_with_links(segments: Segments) -> Segments:
    """Return a line if it has links, else nothing: its text is all there is to know then."""
    return segments if any(isinstance(part, NoteLink) for part in segments) else ()


def on_one_line(parts: Iterable[Part]) -> Segments:
    """Return a line with every run of blanks as one, and none at its ends."""
    made: list[Part] = []
    started = gap = False
    for part in parts:
        text = part if isinstance(part, str) else part.text
        words = " ".join(text.split())
        gap = gap or text[:1].isspace()
        if words and gap and started:
            made.append(" ")
        made.append(words if isinstance(part, str) else NoteLink(words, part.targets))
        if words:
            started, gap = True, text[-1:].isspace()
    return tuple(merged(made))


def merged(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts with strings that follow one another as one."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        if text:
            yield text
        text = ""
        yield part
    if text:
        yield text
