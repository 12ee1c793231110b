"""What the program is made of: nothing that an older one made is taken for its own work.

A version number tells too little: it stays the same from one `git pull` to the next, and says
nothing of a library that was replaced, as for a fault in its sanitiser.
"""

import os
import stat
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from journal import __version__

#: Every library with a say in what is read of a note, or in how it is shown, by the name that it is
#: imported under: the name that it is installed under.
LIBRARIES = {
    "dateutil": "python_dateutil",
    "frontmatter": "python_frontmatter",
    "holidays": "holidays",
    "icalendar": "icalendar",
    "jinja2": "jinja2",
    "markupsafe": "markupsafe",
    "msgspec": "msgspec",
    "nh3": "nh3",
    "tzdata": "tzdata",
    "yaml": "pyyaml",
}
_INSTALLED = frozenset(LIBRARIES.values())


def program_digest() -> str:
    """Return a digest that changes with any file of the program, any library, and Python."""
    digest = blake2b(digest_size=16)
    for part in (__version__, sys.version, *_program_stamps(), *_library_stamps()):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    return digest.hexdigest()


def stamp(path: str | Path) -> str:
    """Return name, size and times of a regular file, or an empty text: there is none.

    The time of change cannot be set by whoever copies a file: an edit that leaves size and time
    of writing as they were is one all the same.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - path objects would cost more than the look
    except OSError:
        return ""
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{path}\0{found.st_size} {times}" if stat.S_ISREG(found.st_mode) else ""


def _program_stamps() -> Iterator[str]:
    for folder, folders, names in os.walk(Path(__file__).parent):
        folders.sort()
        yield from (stamp(f"{folder}/{name}") for name in sorted(names) if name.endswith(".py"))


def _library_stamps() -> Iterator[str]:
    """Yield the file that each library is imported from, and the versions that lie beside it."""
    places = set()
    for name in LIBRARIES:
        found = find_spec(name)
        if found is None or found.origin is None:
            yield name
            continue
        yield stamp(found.origin)
        inside = Path(found.origin).parent
        places.add(inside.parent if found.submodule_search_locations else inside)
    for place in sorted(places):
        yield from sorted(_installed_versions(place))


def _installed_versions(place: Path) -> Iterator[str]:
    """Yield names like `nh3-0.3.2.dist-info`, of the libraries installed in a folder."""
    try:
        names = os.listdir(place)  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return
    yield from (name for name in names if name.partition("-")[0].casefold() in _INSTALLED)
