"""`journal init`: a journal where there was none; what is there already stays as it is."""

import json
from pathlib import Path

import click

from journal.atomic_file import create_file
from journal.characters import quoted
from journal.cli.current_day import today
from journal.cli.options import in_root, named_root, on_day
from journal.cli.output import clean, say, warn
from journal.cli.root import is_journal
from journal.errors import Refused
from journal.file_names import (
    CACHE_FOLDER,
    CONTENT,
    IGNORE_FILE,
    KEPT_FOLDER_FILE,
    SETTINGS_FILE,
    SITE,
)
from journal.git import make_repository, repository_around, user_name
from journal.notes.kinds import FOLDERS, KINDS
from journal.reading.folder import load_settings
from journal.settings import Layout, Settings
from journal.wording.counts import count_of
from journal.wording.saved_changes import FIRST_COMMIT
from journal.writing.compose import key_lines, note_text, write_note
from journal.writing.note_folder import note_folder
from journal.writing.save_changes import save


@click.command("init")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="Without the first mentor and touchpoint to edit.")
@in_root
@on_day
def command(folder: Path | None, empty: bool) -> None:
    """Make a new journal in DIR, or here.

    A file that exists is never touched. Where there is no git repository around, one is made, if
    git is installed, with a first commit of what the journal has.
    """
    root = (named_root() or Path()) / (folder or "")
    _refuse_unfit(root.absolute())
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_in_repository = repository_around(root) is not None
    text = settings_text(user_name(), is_vault=_is_vault(root))
    made = _make_file(root / SETTINGS_FILE, text)
    layout = load_settings(root)[0].layout
    has_notes = any(layout.top(root).rglob("*.md"))
    folders = folders_of_notes(root, layout)
    made += _make_folders(root, folders)
    made += _make_file(root / IGNORE_FILE, ignore_text())
    if not (empty or has_notes):
        made += _write_first_notes(root, layout)
    _keep_empty_folders(root, folders)
    has_made_repository = not is_in_repository and make_repository(root)
    if has_made_repository:
        made.append(".git/")
    _report(root, made)
    if has_made_repository:
        _commit_first(root)


def _commit_first(root: Path) -> None:
    settings = load_settings(root)[0]
    try:
        saved = save(root, settings, lambda _: (FIRST_COMMIT,))
    except Refused as error:
        warn(f"{error} Then “journal save” makes the first commit.")
        return
    if saved:
        say(f"Committed {count_of(saved.files, 'file')}: {FIRST_COMMIT}.")


def _refuse_unfit(root: Path) -> None:
    if root.exists() and not root.is_dir():
        raise Refused(f"{quoted(str(root), 120)} is a file, not a folder: name another.")
    around = next((p for p in root.parents if p.name == CONTENT and is_journal(p.parent)), None)
    if around or (root.name == CONTENT and is_journal(root.parent)):
        raise Refused("This is inside the notes of another journal: make the new one elsewhere.")


def _is_vault(root: Path) -> bool:
    """Whether the folder is a vault of Obsidian, whose own folders are to hold the notes."""
    return (root / ".obsidian").is_dir() and not (root / CONTENT).is_dir()


def folders_of_notes(root: Path, layout: Layout) -> list[str]:
    """Return the folders of notes, relative to the root, as they are called there."""
    return [layout.path(note_folder(root, layout, folder)) for folder in FOLDERS]


def _make_folders(root: Path, folders: list[str]) -> list[str]:
    """The notes are for their owner's eyes: what is made here lets nobody else in."""
    missing = [folder for folder in folders if not (root / folder).is_dir()]
    for folder in missing:
        for path in reversed((root / folder, *(root / folder).parents)):
            if path.is_relative_to(root) and not path.is_dir():
                path.mkdir(mode=0o700)
    return [f"{folder}/" for folder in missing]


def _keep_empty_folders(root: Path, folders: list[str]) -> None:
    """Git knows files alone: without one, a folder is missing in the clone of a journal."""
    for folder in folders:
        if not any((root / folder).iterdir()):
            create_file(str(root / folder / KEPT_FOLDER_FILE), b"")


def _make_file(path: Path, text: str) -> list[str]:
    try:
        create_file(str(path), text.encode())
    except FileExistsError:
        return []
    return [path.name]


def _write_first_notes(root: Path, layout: Layout) -> list[str]:
    day = today(Settings())
    mentor = {"title": "My first mentor", "since": day.isoformat()[:7]}
    mentor_text = note_text(key_lines(KINDS["mentor"], mentor), MENTOR_BODY)
    touchpoint = {"people": MENTOR_STEM, "channel": "in-person"}
    touchpoint_text = note_text(key_lines(KINDS["touchpoint"], touchpoint), TOUCHPOINT_BODY)
    mentors, touchpoints = (note_folder(root, layout, name) for name in ("mentors", "touchpoints"))
    touchpoint_id = f"{touchpoints}/{day.isoformat()[:4]}/{day} {TOUCHPOINT_TITLE}"
    return [
        write_note(root, f"{mentors}/{MENTOR_STEM}", mentor_text, layout=layout),
        write_note(root, touchpoint_id, touchpoint_text, layout=layout),
    ]


def _report(root: Path, made: list[str]) -> None:
    if not made:
        say("Everything is there already; nothing was changed.")
        return
    say(f"Made in {quoted(str(root.absolute()), 200)}:")
    for name in made:
        say(f"  {clean(name)}")
    if IGNORE_FILE not in made:
        _report_ignored(root)


def _report_ignored(root: Path) -> None:
    there = (root / IGNORE_FILE).read_text(encoding="utf-8", errors="replace").split()
    known = {line.strip("/") for line in there}
    missing = [line for line in IGNORED if line.strip("/") not in known]
    if missing:
        say(f"Add to .gitignore yourself, it was there: {' '.join(missing)}")


IGNORED = (f"/{SITE}/", f"/{CACHE_FOLDER}/")


def settings_text(name: str, *, is_vault: bool = False) -> str:
    """Return a `journal.toml` with every common setting as a comment; `name` may be empty."""
    notes = VAULT_NOTES if is_vault else USUAL_NOTES
    # a JSON string is a TOML string, but for this one character
    quoted = json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
    mine = f"name = {quoted}" if name else '# name = "Noor Haddad"'
    return f"""\
# Every setting is optional; delete this file and the journal still works.

title = "My mentoring journal"

[me]
{mine}
# email = "noor@example.org"
# tz = "Europe/Lisbon"           # left out: the machine's
# city = "Porto"                 # matched with trips
# can_offer = ["plots and figures", "Portuguese translation"]

# [[me.chapter]]                 # bands behind the long timeline
# from = "2019-09"
# name = "MSc student"

# [defaults]
# quiet_hours = "21:00-09:00"    # when not to ring anybody, in their time
# fresh = "6 months"             # how long news is worth telling
# dormant = "3 years"            # without a contact
# rest_after = 2                 # unanswered messages before giving them room

# [cadence]                      # how often to be in touch, by phase
# waiting = "3 months"

# [[holiday]]                    # beside the public holidays of a person's country
# name = "Lab anniversary"
# dates = ["10-20"]

# [places]                       # other names of a place
# "NYC" = "New York"

# [folders]                      # more names for the folder of a kind
# people = ["People", "Contacts"]

{notes}
# [editor]
# url = "vscode://file/{{path}}:{{line}}"

# [calendar]
# names = "full"                 # or "initials", or "none": in the calendar of reminders

# [git]
# save = "after log"             # “journal log” ends with “journal save”
"""


def ignore_text() -> str:
    """Return a `.gitignore` that keeps what is made out of git."""
    return "".join(f"{line}\n" for line in IGNORED)


USUAL_NOTES = """\
# [notes]
# root = "."                     # the journal's own folder, as in a vault; left out: content/
# ignore = ["Templates/"]        # patterns as in .gitignore
"""
VAULT_NOTES = """\
[notes]
root = "."                       # the vault's own folders hold the notes
# ignore = ["Templates/"]        # patterns as in .gitignore
"""


MENTOR_STEM = "my-first-mentor"
MENTOR_BODY = """\
This note is yours to edit: `journal rename "My first mentor" "Their Name"` puts their name above,
on the file and into every link. Write here what you want to remember in ten years: how you met,
what they said, what you are grateful for.

- [ ] ask how they like to be reached, then fill in `prefers`, `avoids` and `prefs_asked`
"""
TOUCHPOINT_TITLE = "Coffee with my first mentor"
TOUCHPOINT_BODY = """\
A touchpoint is a contact: what was said, what you gave and got, what you promised. Change it to
the last time you met, or delete it; `journal log` writes the next one in one line.
"""
