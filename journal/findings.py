"""What was found wrong in somebody's notes: a value to print, never an exception."""

import msgspec

from journal.characters import escaped

ERROR, WARNING, HINT = "error", "warning", "hint"

#: code -> (level, what the code says in general). The reference in the docs is made from this.
CODES: dict[str, tuple[str, str]] = {
    "F01": (ERROR, "front matter is not YAML or no mapping, uses anchors, or is over 64 KiB"),
    "F02": (ERROR, "the same key twice"),
    "F03": (ERROR, "no date, clock, duration, number or bool as the key needs, or a day too far"),
    "F04": (ERROR, "value not in the list"),
    "F05": (ERROR, "required key missing"),
    "F06": (HINT, "unknown key close to a known one; an error where it asks for privacy"),
    "F07": (HINT, "unquoted [[…]] in a key"),
    "F08": (ERROR, "file cannot be read as UTF-8 text, or its front matter never closes"),
    "F09": (HINT, "a folder of notes that is none of the known ones; once a folder"),
    "F10": (ERROR, "link to nothing, or to a part that is not there (one hint a note in a body)"),
    "F11": (ERROR, "link to more than one note (a warning in a body)"),
    "F12": (WARNING, "`date` differs from the file name's"),
    "F13": (WARNING, "`phases` out of order, or `phase` differs from its last line"),
    "F14": (ERROR, "ends before it starts; the later key counts as absent"),
    "F15": (
        WARNING,
        "unknown time zone, country or holiday; an e-mail address or number that is none",
    ),
    "F16": (ERROR, "two notes that would get the same address on the site"),
    "F17": (
        WARNING,
        "a sync-conflict copy, or a name that other systems cannot have or tell apart",
    ),
    "F18": (ERROR, "not a regular file: skipped"),
    "F19": (WARNING, "a value that # has cut (a comment in YAML), or what only looks like a task"),
    "F20": (WARNING, "an attachment that is not there"),
    "M01": (ERROR, "the body could not be rendered; shown as plain text"),
    "M02": (WARNING, "an address that is not allowed, or an image from another host"),
    "M03": (ERROR, "a page could not be made, or a note not checked, by a fault of the program"),
    "P10": (WARNING, "mentor or protégé without `since`"),
    "P11": (HINT, "preferences never asked"),
    "P12": (WARNING, "preferences never asked, and known for some time"),
    "P13": (HINT, "preferences asked more than 3 years ago"),
    "P14": (ERROR, "a channel both wanted and avoided"),
    "P20": (HINT, "agreement review date passed"),
    "P30": (HINT, "phase active without an open goal that names them"),
    "C20": (WARNING, "on a channel they avoid"),
    "C21": (WARNING, "interrupting channel inside their quiet hours or days"),
    "C22": (HINT, "interrupting channel with a time, but their time zone is unknown"),
    "C23": (WARNING, "a text message, though texting was never agreed"),
    "C24": (HINT, "emoji in a planned touchpoint, though not known to be welcome"),
    "C25": (WARNING, "a channel that they want announced, unannounced"),
    "C26": (WARNING, "texts on consecutive days with no answer between"),
    "C28": (HINT, "sooner than the gap they are given, and unanswered"),
    "C30": (WARNING, "the question takes them more than 30 seconds"),
    "C31": (HINT, "more than one question at once"),
    "C33": (HINT, "the same question was asked before"),
    "C40": (WARNING, "planned touchpoint whose date has passed"),
    "C41": (HINT, "touchpoint ahead without `state: planned`: on its day it will count as done"),
    "O10": (WARNING, "deadline within its lead, still only spotted"),
    "O11": (HINT, "deadline passed, state still open"),
    "O20": (WARNING, "introduction that involves somebody who died or whose phase is ended"),
    "T10": (HINT, "trip within its lead, and somebody there has not been told"),
    "X01": (WARNING, "a page that is built shows the name of a private note"),
    "G01": (WARNING, "the site or the cache is tracked by git, or not ignored"),
    "G02": (HINT, "notes that other accounts of the machine can read"),
    "S01": (ERROR, "a setting that is unknown or badly typed"),
}


#: What to do about a fault of the program itself (M03).
REPORT = "this is a fault of the program: please report it, with what JOURNAL_DEBUG=1 shows"


class Mistake(msgspec.Struct, frozen=True, array_like=True):
    """A finding inside one text: `line` and `column` count from 1, in the file."""

    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    level: str = ""

    def found_in(self, path: str) -> "Finding":
        """Return the finding that names `path` (relative to the journal's root)."""
        level = self.level or CODES[self.code][0]
        return Finding(path, self.line, self.column, self.code, level, self.message, self.hint)


class Finding(msgspec.Struct, frozen=True, order=True):
    """One thing found; `path` is relative to the journal's root, with `/`."""

    path: str
    line: int
    column: int
    code: str
    level: str
    message: str
    hint: str = ""

    @property
    def location(self) -> str:
        """Where it is, as compilers write it, and safe to print."""
        return f"{escaped(self.path)}:{self.line}:{self.column}"

    @property
    def description(self) -> str:
        """What it is: code, level, what was found, and what to do."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.code} {self.level}: {self.message}{hint}"

    def __str__(self) -> str:
        return f"{self.location}: {self.description}"
