"""A note's body as HTML that is safe to put into a page."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from types import FrameType
from xml.etree.ElementTree import Element, tostring

import msgspec

from journal.body.code_and_comments import without_comments
from journal.body.contents import Anchor
from journal.body.outline import TITLE, find_anchors
from journal.body.plain_text import CONTROL
from journal.body.syntax_tree import SyntaxTree
from journal.findings import Mistake
from journal.markup.block_html import BlockBuilder
from journal.markup.fast_path import NeedsParser, fast_html
from journal.markup.footnotes import Footnotes
from journal.markup.sanitise import sanitise
from journal.markup.tree_processor import TreeProcessor

SECONDS = 5.0
"""Processor time that one body may take."""


class TooSlow(BaseException):
    """A body took more than its time. No `except Exception` of a library may swallow it."""


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TooSlow` in the block when it has used `seconds` of processor time.

    Holds in a process's main thread only, because signals arrive nowhere else; in other threads,
    and on systems without SIGPROF, there is no limit; C code that looks at no signals runs to its
    end first. The handler and timer found are put back.
    """
    if not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def stop(_number: int, _frame: FrameType | None) -> None:
        if running:
            raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    timer = signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        try:
            yield
        finally:
            running = False
    finally:
        signal.setitimer(signal.ITIMER_PROF, *timer)
        signal.signal(signal.SIGPROF, before)


_ROOT = "div"


def parsed_html(text: str, process: Callable[[Element, Sequence[Anchor]], None]) -> str:
    """Return HTML that is still to be made safe; `process` gets the tree before it is written."""
    tree = SyntaxTree(text)
    builder = BlockBuilder(tree)
    root = Element(_ROOT)
    builder.add(tree.root.children, root)
    if tree.all_footnotes or "^[" in text:
        Footnotes(tree, builder).run(root)
    process(root, tuple(find_anchors(tree, titled=False)) if "#" in text else ())
    root.tail = None
    html = tostring(root, encoding="unicode", method="html")
    return html[len(f"<{_ROOT}>") : -len(f"</{_ROOT}>")]


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
    title = TITLE.match(text)
    text = (text[title.end() :] if title else text).strip("\n")
    try:
        return Rendered(fast_html(text, anchor))
    except NeedsParser:
        pass
    processor = TreeProcessor(body, first_line, anchor)
    try:
        with time_limit():
            html = sanitise(parsed_html(text, processor.run)).strip()
        return Rendered(html, tuple(processor.mistakes))
    except TooSlow:
        reason = "the body took over 5 seconds of processor time"
    except Exception as error:
        reason = f"the body could not be rendered ({type(error).__name__})"
    return _as_typed(text, Mistake(first_line, 1, "M01", f"{reason}; shown as plain text", _HINT))


_HINT = "look for a long run of brackets, quote signs or list markers"


def _as_typed(text: str, mistake: Mistake) -> Rendered:
    return Rendered(f'<pre class="as-typed">{escape(text.strip())}</pre>', (mistake,))
