"""A fast path for bodies that use little of Markdown, which most notes are.

It knows paragraphs, flat lists, tasks, short quotes, headings and code, with wikilinks and emphasis
between blanks. Its HTML is the parser's, byte for byte; anything else it leaves to the parser.
"""

import re
from html import escape

from journal.body.outline import unique_id
from journal.body.slugs import heading_slug
from journal.markup.block_html import HEADING_OFFSET, TASK_LABELS
from journal.markup.link_placeholders import NOTE, reference

_SPECIAL = re.compile(
    r"[\[\]*<>`\\~=_|&^\t\r\f\v\0-\x03\x1c-\x1f\x85\xa0](?:"
    r"(?<=\[)(?<!!\[)\[(?P<target>[\w .,'/-]+)(?:\|(?P<shown>[\w .,:;?'()/-]+))?\]\]"
    r"|(?<=`)(?<!``)(?P<code>\w(?:[\w .,'/()=-]*[\w)])?)`(?!`)"
    r"|(?<=- \[)(?P<box>[ xX-]\] )"
    r"|(?<=\*)(?<!\S\*)(?P<strong>\*?)(?P<text>[^\W\d_](?:[\w ,'-]*[^\W_])?)(?P=strong)\*"
    r"(?=[\s.,;:?!)]|\Z)"
    r")?"
)
_TEXT_START = r"[^\W\d_]|[\"'(“‘«„]|\[\[|\*{1,2}[^\W\d_]|`\w"
_PARAGRAPH = re.compile(rf"{_TEXT_START}|[0-9]+(?![0-9.)])")
_ITEM = re.compile(rf"- (?:\[([ xX-])\] )?(?={_TEXT_START})")
_QUOTE = re.compile(rf"> (?={_TEXT_START})")
_HEADING = re.compile(r"#{1,4} [^\W_](?:[\w ,;?'()/-]*[\w?)])?")
_FENCE = re.compile(r"^```([\w+#.-]*)\n([^`\xa0\r]*\n)```$", re.MULTILINE)
_TELEPHONE = re.compile(r"<(?:tel|mailto):", re.IGNORECASE)
_CODE_BLOCK = "\x0e"
_STATES = {" ": "open", "x": "done", "X": "done", "-": "dropped"}
_ESCAPED = {"<": "&lt;", ">": "&gt;"}


class NeedsParser(Exception):
    """The body needs the parser."""


def fast_html(text: str, anchor: str) -> str:
    """Return the HTML of a body that uses little of Markdown. Raises NeedsParser."""
    code: list[str] = []
    if "```" in text:
        text = _FENCE.sub(lambda found: _set_aside_code(found, code), text)
    if "@" in text or "://" in text or "www." in text or "  \n" in text:
        raise NeedsParser
    if "<" in text and _TELEPHONE.search(text):
        raise NeedsParser
    html = _SPECIAL.sub(_inline, text)
    return _Blocks(text.split("\n"), html.split("\n"), escape(anchor), code).html()


def _set_aside_code(found: re.Match[str], code: list[str]) -> str:
    language = f' class="language-{found[1]}"' if found[1] else ""
    code.append(f"<pre><code{language}>{escape(found[2], quote=False)}</code></pre>")
    return _CODE_BLOCK


def _inline(found: re.Match[str]) -> str:
    target, shown, code, box, _, text = found.groups()
    if target:
        if not target.strip() or (shown and not shown.strip()):
            raise NeedsParser
        shown = (shown or target).strip()
        return f'<a class="wikilink" href="{reference(NOTE, target.strip())}">{shown}</a>'
    if text:
        tag = "strong" if found["strong"] else "em"
        return f"<{tag}>{text}</{tag}>"
    if code:
        return f"<code>{code}</code>"
    if box:
        return found[0]
    if escaped := _ESCAPED.get(found[0]):
        return escaped
    raise NeedsParser


class _Blocks:
    """Goes through the lines twice over: as typed, and with their inlines as HTML."""

    def __init__(self, typed: list[str], rendered: list[str], anchor: str, code: list[str]) -> None:
        self.typed = typed
        self.code = iter(code)
        self.rendered = rendered
        self.anchor = anchor
        self.row = 0
        self.html_blocks: list[str] = []
        self.taken: dict[str, int] = {}

    def html(self) -> str:
        after_list = False
        while self.row < len(self.typed):
            first = self.typed[self.row][:1]
            if not first:
                self.row += 1
                continue
            if first == "-":
                if after_list:
                    raise NeedsParser
                self._list()
            else:
                self._block(first)
            after_list = first == "-"
        return "\n".join(self.html_blocks)

    def _block(self, first: str) -> None:
        if first == ">":
            self._quote()
        elif first == "#":
            self._heading()
        elif first == _CODE_BLOCK:
            self.html_blocks.append(next(self.code))
            self.row += 1
        else:
            self._paragraph()

    def _lines_matching(self, start: re.Pattern[str]) -> list[re.Match[str]]:
        """Take the lines that begin in one way, and pass them."""
        found = []
        while self.row < len(self.typed) and (match := start.match(self.typed[self.row])):
            found.append(match)
            self.row += 1
        if not found:
            raise NeedsParser
        return found

    def _paragraph(self) -> None:
        start = self.row
        self._lines_matching(_PARAGRAPH)
        if self._next_mark() not in ("", "-", "#", _CODE_BLOCK):
            raise NeedsParser
        self.html_blocks.append(f"<p>{chr(10).join(self.rendered[start : self.row])}</p>")

    def _next_mark(self) -> str:
        return self.typed[self.row][:1] if self.row < len(self.typed) else ""

    def _list(self) -> None:
        start = self.row
        items = self._lines_matching(_ITEM)
        if self._next_mark() not in ("", "#", _CODE_BLOCK):
            raise NeedsParser
        rows = [_item(match, self.rendered[start + i]) for i, match in enumerate(items)]
        self.html_blocks.append("<ul>" + "\n".join(rows) + "\n</ul>")

    def _quote(self) -> None:
        start = self.row
        self._lines_matching(_QUOTE)
        alone = not start or not self.typed[start - 1]
        if not alone or self._next_mark():
            raise NeedsParser
        lines = [line.removeprefix("&gt; ") for line in self.rendered[start : self.row]]
        self.html_blocks.append("<blockquote><p>" + "\n".join(lines) + "</p>\n</blockquote>")

    def _heading(self) -> None:
        line = self.typed[self.row]
        if not _HEADING.fullmatch(line):
            raise NeedsParser
        hashes, _, text = line.partition(" ")
        slug = heading_slug(text)
        slug = unique_id(slug, self.taken)
        tag = f"h{len(hashes) + HEADING_OFFSET}"
        self.html_blocks.append(f'<{tag} id="{self.anchor}-{slug}">{text}</{tag}>')
        self.row += 1


def _item(start: re.Match[str], inner: str) -> str:
    text = inner[start.end() :]
    if not start[1]:
        return f"<li>{text}</li>"
    state = _STATES[start[1]]
    label = TASK_LABELS[state]
    checked = ' checked=""' if state == "done" else ""
    box = f'<input aria-label="{label}"{checked} disabled="" type="checkbox">'
    return f'<li class="task task-{state}">{box} {text}</li>'
