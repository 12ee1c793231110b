"""A node of front matter to the value that its key needs."""

import re
from collections.abc import Callable
from datetime import date, time
from difflib import get_close_matches
from typing import Any

from journal.body.contents import Segments
from journal.body.segments import segments_with_links, text_of
from journal.body.typed_links import segments_of_field
from journal.characters import quoted
from journal.durations import read_duration
from journal.findings import Mistake
from journal.frontmatter import ListNode, MappingNode, Node, Scalar
from journal.notes.field_nodes import CONTROL, items_of, links_in, unquoted_link
from journal.notes.note import DatedLine, PhaseLine
from journal.values import (
    ALWAYS_IN_RANGE_UNTIL,
    CURLY_QUOTES,
    EARLIEST_DAY,
    Unreadable,
    read_birthday,
    read_bool,
    read_clock,
    read_date_and_time,
    read_hours,
    read_number,
    read_partial_date,
)
from journal.vocabulary.choices import PHASES
from journal.vocabulary.key_types import Choices, Key, Type

_READERS: dict[Type, Callable[[str], Any]] = {
    Type.PDATE: read_partial_date,
    Type.BIRTHDAY: read_birthday,
    Type.BOOL: read_bool,
    Type.NUMBER: read_number,
    Type.DURATION: read_duration,
    Type.CLOCK: read_clock,
    Type.HOURS: read_hours,
}
#: Several items that YAML reads as one text; -1 is a number.
_RUN_TOGETHER_ITEMS = re.compile(
    r"-[^\W\d]|[\u2022\u2023\u00b7\u2013\u2014]\s|(?:\+|\d{1,2}[.)])\s.*\s(?:\+|\d{1,2}[.)])\s",
    re.DOTALL,
)
_SECOND_PHASE = re.compile(
    rf"(?<=\s)[0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}\s+(?:{'|'.join(PHASES.words)})\b"
)


#: A second line of a dated past, behind the first one.
_SECOND_DATED = re.compile(r"[,;\n]\s*[0-9]{4}(?:-[0-9]{2}){0,2}\s")


class ValueReader:
    """Reads the values of one note, collecting mistakes; a value with a mistake is left out.

    Days after `last` are out of reason. `far_dates` are those named that one day may not be.
    """

    def __init__(self, last: date = date.max) -> None:
        self.mistakes: list[Mistake] = []
        #: the texts with links in them, by attribute of the note
        self.texts: list[tuple[str, Segments]] = []
        self.far_dates: set[date] = set()
        #: the times that stand behind days, by key
        self.times: dict[str, time] = {}
        self._last = last

    def read_text(self, attribute: str, typed: str) -> str:
        """Return the words of a text for `attribute`, and keep where it links to notes."""
        return self.read_segments(attribute, segments_of_field(typed))

    def read_segments(self, attribute: str, text: Segments) -> str:
        """Return the words of a text, and keep where it links to notes."""
        if linked := segments_with_links(text):
            self.texts.append((attribute, linked))
        return text_of(text)

    def value(self, key: Key, node: Node) -> Any:
        """Return the value of `key`, or None where nothing was written or it has a mistake."""
        if not key.type.many:
            return self._one(key, node)
        if isinstance(node, MappingNode):
            return self._mapping_for_list(key, node)
        if isinstance(node, Scalar) and (mistake := _run_together(key, node)):
            return self._report(node, "F03", *mistake)
        scalars = list(items_of(node))
        found = [self._item(key, scalar) for scalar in scalars]
        return tuple(dict.fromkeys(item for items in found for item in items)) or None

    def _one(self, key: Key, node: Node) -> Any:
        if key.type is Type.TEXT and isinstance(node, ListNode) and len(node.items) == 1:
            node = node if unquoted_link(node) else node.items[0]
        if not isinstance(node, Scalar):
            return self._list_for_one(key, node)
        text = " ".join(node.text.split())
        if self._is_malformed(key, node):
            return None
        if key.type is Type.ONE_OF and text:
            return self._choice(key, node)
        try:
            return self._read(key, text) if text else None
        except Unreadable as error:
            self._unreadable(key.name, node, error)
            return None

    def _read(self, key: Key, text: str) -> Any:
        """Return what one value of a key means. Raises `Unreadable`."""
        if key.type is Type.TEXT:
            meant = key.reads(text) if key.reads else ()
            return meant[0] if meant else self.read_text(key.attribute, text) or None
        if key.type is not Type.DATE:
            return _READERS[key.type](text)
        day, clock = read_date_and_time(text)
        if clock:
            self.times[key.name] = clock
        return self.in_range(day)

    def in_range(self, day: date) -> date:
        """Return a day that is not too far from today. Raises `Unreadable`."""
        if day > ALWAYS_IN_RANGE_UNTIL:
            self.far_dates.add(day)
        if EARLIEST_DAY <= day <= self._last:
            return day
        raise Unreadable(
            f"a date from {EARLIEST_DAY.year} to a hundred years ahead", "look at the year"
        )

    def _list_for_one(self, key: Key, node: ListNode | MappingNode) -> str | None:
        if isinstance(node, ListNode) and not node.items:
            return None
        brackets = unquoted_link(node)
        if brackets and key.type is Type.TEXT:
            return self.read_text(key.attribute, f"[[{brackets}]]")
        found = "a list" if isinstance(node, ListNode) else "a mapping"
        code = "F04" if key.type is Type.ONE_OF else "F03"
        message = f"`{key.name}` has {found} where one value is expected"
        self._report(node, code, message, "write one value, in quotes if it has brackets or colons")
        return None

    def _mapping_for_list(self, key: Key, node: MappingNode) -> None:
        if not node.pairs:
            return
        code = "F04" if key.type is Type.SOME_OF else "F03"
        message = f"`{key.name}` has a mapping where a list is expected"
        self._report(node, code, message, "write each on a line of its own, after `- `")

    def _is_malformed(self, key: Key, scalar: Scalar) -> bool:
        """Whether this is text, but not what was meant to be written."""
        if scalar.comment and not scalar.text:
            comment = quoted(scalar.comment.text)
            message = f"`{key.name}` is empty: YAML takes {comment} for a comment"
            self._report(scalar, "F03", message, "put it in quotes, or leave out the #")
        elif control := CONTROL.search(scalar.text):
            message = f"`{key.name}` has the control character U+{ord(control[0]):04X}"
            self._report(scalar, "F03", message, "delete it, or use '…' for a plain backslash")
        else:
            return False
        return True

    def _item(self, key: Key, scalar: Scalar) -> list[Any]:
        if self._is_malformed(key, scalar) or not scalar.text.strip():
            return []
        if key.type is Type.LINKS:
            return list(links_in(scalar))
        if key.type is Type.SOME_OF:
            return list(filter(None, [self._choice(key, scalar)]))
        if key.type in (Type.PHASES, Type.DATED):
            is_phase = key.type is Type.PHASES
            return self._phase_line(scalar) if is_phase else self._dated_line(key, scalar)
        typed = " ".join(scalar.text.split())
        if meant := key.reads(typed) if key.reads else ():
            return [self.read_text(key.attribute, text) for text in meant]
        return [self.read_text(key.attribute, typed.lstrip("#") if key.name == "tags" else typed)]

    def _phase_line(self, scalar: Scalar) -> list[PhaseLine]:
        day, word, note = (*scalar.text.split(None, 2), "", "")[:3]
        try:
            since = read_partial_date(day)
        except Unreadable as error:
            error.hint = "write `- 2012-07 waiting`, and a note if you like"
            self._unreadable("phases", scalar._replace(text=day), error)
            return []
        phase = PHASES.word_for(word.rstrip(":,;"))
        if not phase:
            self._unknown_word("phases", scalar._replace(text=word), PHASES)
            return []
        return [PhaseLine(since, phase, self.read_text("phases", " ".join(note.split())))]

    def _dated_line(self, key: Key, scalar: Scalar) -> list[DatedLine]:
        day, text = (*scalar.text.split(None, 1), "")[:2]
        try:
            since = read_partial_date(day.rstrip(":,;"))
        except Unreadable as error:
            error.hint = "write `- 2016 …`, from when first"
            self._unreadable(key.name, scalar._replace(text=day), error)
            return []
        if not text:
            message = f"`{key.name}` has the date {quoted(day)} and nothing behind it"
            self._report(scalar, "F03", message, "write what began then behind it")
            return []
        return [DatedLine(since, self.read_text(key.attribute, " ".join(text.split())))]

    def _choice(self, key: Key, scalar: Scalar) -> str | None:
        assert key.choices, key.name
        word = key.choices.word_for(scalar.text)
        if word is None:
            self._unknown_word(key.name, scalar, key.choices)
        return word

    def _unknown_word(self, name: str, scalar: Scalar, choices: Choices) -> None:
        words = [*choices.words, *choices.synonyms]
        similar = get_close_matches(scalar.text.casefold(), words, 1)
        hint = f"did you mean {similar[0]}?" if similar else f"one of {', '.join(choices.words)}"
        if "," in scalar.text:
            hint = f"write several as a list: [{', '.join(choices.words[:2])}]"
        found = f"does not know {quoted(scalar.text)}" if scalar.text else "lacks its word"
        self._report(scalar, "F04", f"`{name}` {found}", hint)

    def _unreadable(self, name: str, scalar: Scalar, error: Unreadable) -> None:
        message = f"`{name}` is {quoted(scalar.text)}, expected {error.expected}"
        hint = (
            "use straight quotes, or none" if scalar.text.startswith(CURLY_QUOTES) else error.hint
        )
        self._report(scalar, "F03", message, hint)

    def _report(self, node: Node, code: str, message: str, hint: str) -> None:
        self.mistakes.append(Mistake(node.line, node.column, code, message, hint))


def _run_together(key: Key, node: Scalar) -> tuple[str, str] | None:
    """Say of one text in the place of a list that it holds several items; and what to do."""
    if node.is_unquoted and _RUN_TOGETHER_ITEMS.match(node.text):
        message = f"`{key.name}` has {quoted(node.text)} where a list is expected"
        return message, "begin each item with - and a space"
    if key.type is Type.DATED and _SECOND_DATED.search(node.text):
        message = f"`{key.name}` has more than one line in one text"
        return message, "write each on a line of its own, after `- `"
    if key.type is Type.PHASES and _SECOND_PHASE.search(node.text):
        message = "`phases` has more than one phase in one text"
        return message, "write each on a line of its own, after `- `"
    return None
