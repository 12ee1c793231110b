"""The short way for bodies that use little of Markdown; most of a journal's do.

Paragraphs, flat lists, tasks, short quotes, headings and code, with wikilinks and emphasis
between blanks. The HTML is the same, byte for byte, as the parser's; it does all the rest.
"""

import re
from html import escape

from journal.body.slugs import heading_slug
from journal.markup.block_html import STATES
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
_WORD = r"[^\W\d_]|[\"'(“‘«„]|\[\[|\*{1,2}[^\W\d_]|`\w"
_PARAGRAPH = re.compile(rf"{_WORD}|[0-9]+(?![0-9.)])")
_ITEM = re.compile(rf"- (?:\[([ xX-])\] )?(?={_WORD})")
_QUOTE = re.compile(rf"> (?={_WORD})")
_HEADING = re.compile(r"#{1,4} [^\W_](?:[\w ,;?'()/-]*[\w?)])?")
_FENCE = re.compile(r"^```([\w+#.-]*)\n([^`\xa0\r]*\n)```$", re.MULTILINE)
_TELEPHONE = re.compile(r"<(?:tel|mailto):", re.IGNORECASE)
_CODE = "\x0e"
_HEADINGS_DOWN = 2
_SIGNS = {"<": "&lt;", ">": "&gt;"}


class NotSimple(Exception):
    """The body needs the parser."""


def simple_html(text: str, anchor: str) -> str:
    """Return a simple body's HTML. Raises `NotSimple`."""
    code: list[str] = []
    if "```" in text:
        text = _FENCE.sub(lambda found: _keep(found, code), text)
    if "@" in text or "://" in text or "www." in text or "  \n" in text:
        raise NotSimple
    if "<" in text and _TELEPHONE.search(text):
        raise NotSimple
    html = _SPECIAL.sub(_inline, text)
    return _Blocks(text.split("\n"), html.split("\n"), escape(anchor), code).html()


def _keep(found: re.Match[str], code: list[str]) -> str:
    language = f' class="language-{found[1]}"' if found[1] else ""
    code.append(f"<pre><code{language}>{escape(found[2], quote=False)}</code></pre>")
    return _CODE


def _inline(found: re.Match[str]) -> str:
    target, shown, code, box, _, text = found.groups()
    if target:
        if not target.strip() or (shown and not shown.strip()):
            raise NotSimple
        shown = (shown or target).strip()
        return f'<a class="wikilink" href="{reference(NOTE, target.strip())}">{shown}</a>'
    if text:
        tag = "strong" if found["strong"] else "em"
        return f"<{tag}>{text}</{tag}>"
    if code:
        return f"<code>{code}</code>"
    if box:
        return found[0]
    if sign := _SIGNS.get(found[0]):
        return sign
    raise NotSimple


class _Blocks:
    """Goes down the lines, as typed and with their inside already HTML."""

    def __init__(self, typed: list[str], inner: list[str], anchor: str, code: list[str]) -> None:
        self.typed = typed
        self.code = iter(code)
        self.inner = inner
        self.anchor = anchor
        self.at = 0
        self.out: list[str] = []
        self.names: dict[str, int] = {}

    def html(self) -> str:
        after_list = False
        while self.at < len(self.typed):
            first = self.typed[self.at][:1]
            if not first:
                self.at += 1
                continue
            if first == "-":
                if after_list:
                    raise NotSimple
                self._list()
            else:
                self._other(first)
            after_list = first == "-"
        return "\n".join(self.out)

    def _other(self, first: str) -> None:
        if first == ">":
            self._quote()
        elif first == "#":
            self._heading()
        elif first == _CODE:
            self.out.append(next(self.code))
            self.at += 1
        else:
            self._paragraph()

    def _run(self, start: re.Pattern[str]) -> list[re.Match[str]]:
        """Take the lines that begin in one way, and pass them."""
        found = []
        while self.at < len(self.typed) and (match := start.match(self.typed[self.at])):
            found.append(match)
            self.at += 1
        if not found:
            raise NotSimple
        return found

    def _paragraph(self) -> None:
        start = self.at
        self._run(_PARAGRAPH)
        if self._next() not in ("", "-", "#", _CODE):
            raise NotSimple
        self.out.append(f"<p>{chr(10).join(self.inner[start : self.at])}</p>")

    def _next(self) -> str:
        return self.typed[self.at][:1] if self.at < len(self.typed) else ""

    def _list(self) -> None:
        start = self.at
        items = self._run(_ITEM)
        if self._next() not in ("", "#", _CODE):
            raise NotSimple
        rows = [_item(match, self.inner[start + i]) for i, match in enumerate(items)]
        self.out.append("<ul>" + "\n".join(rows) + "\n</ul>")

    def _quote(self) -> None:
        start = self.at
        self._run(_QUOTE)
        alone = not start or not self.typed[start - 1]
        if not alone or self._next():
            raise NotSimple
        lines = [line.removeprefix("&gt; ") for line in self.inner[start : self.at]]
        self.out.append("<blockquote><p>" + "\n".join(lines) + "</p>\n</blockquote>")

    def _heading(self) -> None:
        line = self.typed[self.at]
        if not _HEADING.fullmatch(line):
            raise NotSimple
        signs, _, text = line.partition(" ")
        name = heading_slug(text)
        count = self.names[name] = self.names.get(name, 0) + 1
        number = f"-{count}" if count > 1 else ""
        tag = f"h{len(signs) + _HEADINGS_DOWN}"
        self.out.append(f'<{tag} id="{self.anchor}-{name}{number}">{text}</{tag}>')
        self.at += 1


def _item(start: re.Match[str], inner: str) -> str:
    text = inner[start.end() :]
    if not start[1]:
        return f"<li>{text}</li>"
    state, label = STATES[start[1]]
    checked = ' checked=""' if state == "done" else ""
    box = f'<input aria-label="{label}"{checked} disabled="" type="checkbox">'
    return f'<li class="task task-{state}">{box} {text}</li>'
