"""Files in content/ that are no notes: nobody knows what they hold, so no page names them."""

from collections import Counter

import msgspec

from journal.findings import Finding
from journal.library.journal import Journal
from journal.reading.scan import CONTENT, note_id_of
from journal.settings import SETTINGS_FILE


def unnamed_aside(journal: Journal) -> Journal:
    """Return the journal with one finding for all such files of a code, in which none is named.

    A copy that a sync program made, or a note in no known folder, may be one that is private.
    """
    aside = [finding for finding in journal.findings if _is_aside(journal, finding)]
    if not aside:
        return journal
    counted = Counter((finding.code, finding.level) for finding in aside)
    told = {_told(code, level, count) for (code, level), count in counted.items()}
    found = {*journal.findings}.difference(aside) | told
    return msgspec.structs.replace(journal, findings=tuple(sorted(found)))


def _is_aside(journal: Journal, finding: Finding) -> bool:
    if finding.path in (SETTINGS_FILE, CONTENT):
        return False
    note_id = note_id_of(finding.path.partition("/")[2])
    return note_id not in journal.read and note_id not in journal.left_out


def _told(code: str, level: str, count: int) -> Finding:
    files = "one file or folder here is" if count == 1 else f"{count} files or folders here are"
    message = f"{files} not read as notes; no page names what may be private"
    return Finding(CONTENT, 1, 1, code, level, message, "“journal check” says which, and why")
