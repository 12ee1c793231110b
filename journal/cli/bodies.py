"""The bodies of notes as they were rendered."""

import unicodedata

from journal.cli.failure import Refused
from journal.reading.cache import Cache
from journal.reading.folder import Folder


def bodies_of(cache: Cache, folder: Folder) -> dict[str, str]:
    """Return each body by the id of its note; a file's name may be decomposed. Raises Refused."""
    html = cache.all_html()
    bodies = {unicodedata.normalize("NFC", path[:-3]): text for path, text in html.items()}
    if not cache.is_whole or any(note.id not in bodies for note in folder.notes):
        raise Refused(
            "What was read could not be kept in .journal-cache/: the disk may be full, or another "
            "command is at work; the last site is as it was."
        )
    return bodies
