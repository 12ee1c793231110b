"""A note's body as HTML that is safe to put into a page."""

import re
from html import escape

import msgspec

from journal.body.hidden import without_comments
from journal.body.plain import CONTROL
from journal.body.slugs import heading_slug
from journal.findings import Mistake
from journal.markup.finish import Finish
from journal.markup.limits import TooSlow, time_limit
from journal.markup.parser import parsed_html
from journal.markup.placing import Place, place
from journal.markup.safe import clean
from journal.markup.simple import NotSimple, simple_html
from journal.markup.wikilinks import FILE, IMAGE, NOTE, PATH

__all__ = [
    "FILE", "IMAGE", "NOTE", "PATH", "Place", "Rendered", "heading_slug", "place", "render",
]  # fmt: skip

_TITLE = re.compile(r"(?:[ \t]*\n)* {0,3}#(?:[ \t][^\n]*)?(?:\n|$)")


class Rendered(msgspec.Struct, frozen=True, array_like=True):
    """A body's HTML, and what was wrong with the body (M01, M02)."""

    html: str
    mistakes: tuple[Mistake, ...] = ()


def render(body: str, first_line: int, anchor: str) -> Rendered:
    """Render a body that begins on `first_line` of its file; every id begins with `anchor`.

    Takes at most 5 seconds of processor time (in a process's main thread) and never raises: what
    cannot be rendered is shown as typed. A first `# heading` is left out, as it names the page.
    """
    text = CONTROL.sub("\N{REPLACEMENT CHARACTER}", without_comments(body))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    title = _TITLE.match(text)
    text = (text[title.end() :] if title else text).strip("\n")
    try:
        return Rendered(simple_html(text, anchor))
    except NotSimple:
        pass
    finish = Finish(body, first_line, anchor)
    try:
        with time_limit():
            return Rendered(clean(parsed_html(text, finish.run)).strip(), tuple(finish.mistakes))
    except TooSlow:
        reason = "the body took over 5 seconds of processor time"
    except Exception as error:
        reason = f"the body could not be rendered ({type(error).__name__})"
    return _as_typed(text, Mistake(first_line, 1, "M01", f"{reason}; shown as plain text", _HINT))


_HINT = "look for a long run of brackets, quote signs or list markers"


def _as_typed(text: str, mistake: Mistake) -> Rendered:
    return Rendered(f'<pre class="as-typed">{escape(text.strip())}</pre>', (mistake,))
