"""Pages that are built and show the name of a private note."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from journal.body.code_and_comments import mask_code_and_comments
from journal.body.contents import LinkTarget
from journal.body.link_addresses import relative_address
from journal.body.plain_text import WIKILINK
from journal.body.positions import Positions
from journal.body.wikilinks import split_wikilink
from journal.characters import quoted
from journal.checks.private_names import PrivateName, PrivateNames
from journal.findings import CODES, Finding
from journal.frontmatter import Document, Field, ListNode, Node, Scalar, read_document
from journal.library.hidden_notes import HiddenNotes, find_hidden
from journal.library.journal import Journal
from journal.library.note_redaction import redact_note
from journal.markup.rendered_text import text_of_html
from journal.notes.kinds import FOLDERS, KEY_NAMES
from journal.notes.note import DatedLine, PhaseLine
from journal.notes.records import AnyNote
from journal.reading.scan import MAX_FILE
from journal.vocabulary.key_types import Type

#: Keys whose values are shown as they were typed; the other known ones are links, dates, words.
_FREE_TEXT = frozenset({Type.TEXT, Type.LIST, Type.PHASES, Type.DATED})
#: A wikilink, an embed, or a Markdown link: in code, too.
_LINK = re.compile(
    rf"!?{WIKILINK}"
    r"|!?\[[^\[\]\n]{0,1000}\]\((<[^<>\n]*>|[^\s()]*(?:\([^()\n]*\)[^\s()]*)*)[^()\n]*\)"
)


class _Passage(NamedTuple):
    """A text that a page shows, and where it begins; `typed` says whether it stands there."""

    text: str
    line: int
    column: int
    typed: bool = True

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        if not self.typed:
            return self.line, self.column
        line, column = Positions(self.text, self.line).at(offset)
        return line, column + (self.column - 1) * (line == self.line)


def private_names_shown(
    journal: Journal, root: Path, bodies: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield X01 for each public note of the journal at `root` and each private one it names.

    What a note says is known already; its file is read only where it may name somebody, to say
    where. One that is gone by now says nothing.
    """
    private_names = PrivateNames(journal)
    if not private_names:
        return
    hidden, top = find_hidden(journal, private=False, drafts=False), os.fspath(root)
    for note in journal.notes.values():
        if note.id in hidden:
            continue
        if private_names.found_in("\n".join(_shown_texts(note, bodies.get(note.id, "")))):
            yield from _findings_in(
                journal, private_names, note, read_document(_read_bytes(top, note.path), KEY_NAMES)
            )


def _shown_texts(note: AnyNote, html: str) -> Iterator[str]:
    """Yield all that the pages say of a note in words of its writer's own."""
    yield note.title
    for key in FOLDERS[note.folder].keys.values():
        if key.type in _FREE_TEXT:
            yield from _strings_in(getattr(note, key.attribute))
    yield from _strings_in(note.extra)
    yield text_of_html(html)


def _strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, PhaseLine):
        yield value.note
    elif isinstance(value, DatedLine):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings_in(part)


def _read_bytes(root: str, path: str) -> bytes:
    """Return a note's bytes, however its name is composed on the disk; nothing where it is gone."""
    for name in dict.fromkeys((path, unicodedata.normalize("NFD", path))):
        try:
            handle = os.open(f"{root}/{name}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            continue
        with os.fdopen(handle, "rb", buffering=0) as file:
            return file.read(MAX_FILE) or b"" if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    return b""


def _findings_in(
    journal: Journal, private_names: PrivateNames, note: AnyNote, document: Document
) -> Iterator[Finding]:
    first: dict[str, Finding] = {}
    hidden = HiddenNotes(journal, private_names.notes)
    for passage in _passages(redact_note(note, hidden), document):
        for private_name, offset in private_names.found_in(
            _links_blanked_out(hidden, note, passage.text)
        ):
            if private_name.note not in first:
                path = journal.settings.layout.path(f"{private_name.note}.md")
                first[private_name.note] = _finding(note, private_name, path, passage.at(offset))
    yield from first.values()


def _finding(note: AnyNote, private_name: PrivateName, path: str, at: tuple[int, int]) -> Finding:
    message = f"this page is built, and shows {quoted(private_name.name)}: {path} is private"
    hint = "link to it, [[…]], and it is left out; or say it otherwise, or make this note private"
    return Finding(note.path, *at, "X01", CODES["X01"][0], message, hint)


def _passages(note: AnyNote, document: Document) -> Iterator[_Passage]:
    kind = FOLDERS[note.folder]
    for field in document.fields:
        key = kind.key(field.key)
        if key is None or key.type in _FREE_TEXT:
            yield from _passages_in(field.value)
    yield _Passage(mask_code_and_comments(document.body).markdown, document.body_line, 1)
    yield _Passage(note.title, *note.position("title"), typed=False)


def _passages_in(node: Node | Field) -> Iterator[_Passage]:
    if isinstance(node, Scalar):
        yield _Passage(node.text, node.line, node.column)
    elif isinstance(node, Field):
        yield _Passage(node.key, node.line, node.column)
        yield from _passages_in(node.value)
    else:
        for part in node.items if isinstance(node, ListNode) else node.pairs:
            yield from _passages_in(part)


def _links_blanked_out(hidden: HiddenNotes, note: AnyNote, text: str) -> str:
    """Return a text without links to private notes, its offsets kept."""

    def blank(found: re.Match[str]) -> str:
        if found[1]:
            target = LinkTarget(split_wikilink(found[1]).target)
        else:
            address = relative_address(found[2].strip("<>"))
            target = LinkTarget(address.path if address else "", path=True)
        return " " * len(found[0]) if hidden.may_be_target(note.id, target) else found[0]

    return _LINK.sub(blank, text)
