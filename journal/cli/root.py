"""Where the journal is."""

from pathlib import Path

from journal.characters import quoted
from journal.cli.options import named_root
from journal.errors import Refused
from journal.file_names import CONTENT, SETTINGS_FILE


def find_root() -> Path:
    """Return the journal's root: what `-C` named, else the nearest folder around this one.

    Raises Refused where there is no journal.
    """
    named = named_root()
    if named is None:
        return _nearest(Path.cwd())
    if not is_journal(named):
        raise Refused(f"There is no journal in {quoted(str(named), 120)}: {_hint(named)}")
    return named.resolve()


def is_journal(folder: Path) -> bool:
    """Whether `folder` is the root of a journal."""
    return (folder / SETTINGS_FILE).is_file() or (folder / CONTENT).is_dir()


def _nearest(here: Path) -> Path:
    found = next((folder for folder in (here, *here.parents) if is_journal(folder)), None)
    if found is None:
        raise Refused(
            "There is no journal here or in a folder above: go to one, name one with -C, "
            "or make one with “journal init”."
        )
    return found


def _hint(named: Path) -> str:
    if not named.is_dir():
        return "there is no such folder."
    return "it has neither journal.toml nor content/; “journal init” makes one."
