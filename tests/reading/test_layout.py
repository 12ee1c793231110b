"""Which folders hold which notes: names of folders, whole vaults, and what is left alone."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from journal.library import Journal
from journal.library.opening import open_journal
from tests.support.command import run
from tests.support.journal import TODAY, Writer

GOOD = "---\nsince: 2020\n---\n"
VAULT = '[notes]\nroot = "."\n'


def codes(notes: "Writer | Vault") -> list[tuple[str, str]]:
    return sorted((finding.path, finding.code) for finding in notes.journal().findings)


class Vault(NamedTuple):
    """A journal without content/."""

    root: Path

    def journal(self) -> Journal:
        return open_journal(self.root, lambda _: TODAY).journal


def vault(root: Path, files: dict[str, str]) -> Vault:
    """Write files to where they are in a vault: beside journal.toml."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return Vault(root)


@pytest.mark.parametrize("folder", ["Mentors", "MENTORS", "mentors"])
def test_folders_are_known_whatever_their_case(notes: Writer, folder: str) -> None:
    journal = notes.write({f"{folder}/ada": GOOD}).journal()
    assert [(note.id, note.folder, note.roles) for note in journal.people] == [
        (f"{folder}/ada", "mentors", ("mentor",))
    ]
    assert journal.findings == ()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("mentees", "proteges"),
        ("Contacts", "people"),
        ("Meetings", "touchpoints"),
        ("contacts-log", "touchpoints"),
        ("Contacts log", "touchpoints"),
    ],
)
def test_other_names_of_folders_are_understood(notes: Writer, folder: str, kind: str) -> None:
    text = "---\npeople: ada\nchannel: email\ndate: 2026-01-01\n---\n"
    journal = notes.write({"mentors/ada": GOOD, f"{folder}/x": text}).journal()
    assert journal.notes[f"{folder}/x"].folder == kind


def test_the_settings_give_a_folder_more_names(notes: Writer) -> None:
    notes.write({
        "journal.toml": '[folders]\npeople = ["Leute"]\ntouchpoints = "1on1s"\n',
        "Leute/ada": GOOD,
        "people/bo": GOOD,
        "1on1s/2026-01-01 call": "---\npeople: ada\nchannel: call\n---\n",
    })  # fmt: skip
    journal = notes.journal()
    assert [note.id for note in journal.people] == ["Leute/ada", "people/bo"]
    assert journal.refs(journal.touchpoints[0], "people") == ("Leute/ada",)
    assert journal.findings == ()


def test_a_folder_in_a_folder_can_be_named(tmp_path: Path) -> None:
    settings = VAULT + '[folders]\npeople = ["Areas/People"]\n'
    files = {"journal.toml": settings, "Areas/People/ada.md": GOOD, "Areas/plan.md": "x"}
    notes = vault(tmp_path, files)
    assert [note.id for note in notes.journal().people] == ["Areas/People/ada"]
    assert codes(notes) == []


def test_a_name_of_the_settings_counts_before_those_that_are_understood(notes: Writer) -> None:
    notes.write({
        "journal.toml": '[folders]\ntouchpoints = ["Contacts"]\n',
        "Contacts/2026-01-01 call": "---\npeople: ada\nchannel: call\n---\n",
        "mentors/ada": GOOD,
    })  # fmt: skip
    assert [note.folder for note in notes.journal().touchpoints] == ["touchpoints"]


def test_other_names_of_folders_change_at_once_what_is_read(notes: Writer) -> None:
    notes.write({"Leute/ada": GOOD, "mentors/bo": GOOD})
    assert [note.id for note in notes.journal().people] == ["mentors/bo"]
    notes.write({"journal.toml": '[folders]\nproteges = ["Leute"]\npeople = ["mentors"]\n'})
    found = {note.id: note.roles for note in notes.journal().people}
    assert found == {"Leute/ada": ("protege",), "mentors/bo": ("associate",)}


def test_an_unknown_folder_is_told_once_and_a_near_one_by_name(notes: Writer) -> None:
    notes.write({"ideas/a": "x", "ideas/deep/b": "x", "mentor/ada": GOOD, "one": "x", "two": "x"})
    found = [(finding.path, finding.hint) for finding in notes.journal().findings]
    paths = [path for path, _ in found]
    assert paths == ["content/ideas/a.md", "content/mentor/ada.md", "content/one.md"]
    assert found[1][1] == "call the folder mentors"


def test_a_whole_vault_is_the_journal(tmp_path: Path) -> None:
    notes = vault(
        tmp_path,
        {
            "journal.toml": VAULT,
            "People/Ada Lund.md": GOOD + "\n[[Projects/Boat]] ![[map.png]]\n",
            "Meetings/2026-01-01 call.md": "---\npeople: Ada Lund\nchannel: call\n---\n",
            "Projects/Boat.md": "---\nstatus: [[\n---\n",
            "Daily/2026-01-01.md": "x",
            "attachments/map.png": "x",
            "loose.md": "x",
            "site/people/x.md": "x",
        },
    )
    journal = notes.journal()
    assert [note.path for note in journal.people] == ["People/Ada Lund.md"]
    assert [note.path for note in journal.touchpoints] == ["Meetings/2026-01-01 call.md"]
    assert journal.attachments == {"attachments/map.png"}
    assert {finding.code for finding in journal.findings} <= {"F10"}


def test_in_a_vault_a_folder_that_is_nearly_a_known_one_is_told(tmp_path: Path) -> None:
    files = {"journal.toml": VAULT, "mentor/ada.md": GOOD, "mentor/bo.md": GOOD, "Boats/a.md": "x"}
    assert codes(vault(tmp_path, files)) == [("mentor/ada.md", "F09")]


def test_findings_in_a_vault_name_the_file_from_its_root(tmp_path: Path) -> None:
    files = {"journal.toml": VAULT, "People/ada.md": "---\nnext: soon\n---\n"}
    assert codes(vault(tmp_path, files)) == [("People/ada.md", "F03")]


@pytest.mark.parametrize(
    "root", ["../other", "/etc", "a/../..", "_notes", ".hidden", "site", "a//b"]
)
def test_the_notes_stay_inside_the_journal(notes: Writer, root: str) -> None:
    notes.write({"journal.toml": f'[notes]\nroot = "{root}"\n', "mentors/ada": GOOD})
    assert codes(notes) == [("journal.toml", "S01")]
    assert [note.id for note in notes.journal().people] == ["mentors/ada"]


@pytest.mark.parametrize("link", ["notes", "notes/mine"])
def test_no_link_leads_to_the_notes(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    vault(outside, {"mine/mentors/ada.md": GOOD, "mentors/ada.md": GOOD})
    root = tmp_path / "journal"
    vault(root, {"journal.toml": '[notes]\nroot = "notes/mine"\n'})
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(outside, target_is_directory=True)
    notes = Vault(root)
    assert notes.journal().people == ()
    assert [code for _, code in codes(notes)] == ["F18"]


def test_what_the_settings_ignore_is_not_read(notes: Writer) -> None:
    ignore = '["Templates/", "*.excalidraw.md", "content/mentors/old/", "!keep.excalidraw.md"]'
    notes.write({
        "journal.toml": f"[notes]\nignore = {ignore}\n",
        "mentors/ada": GOOD,
        "mentors/Templates/x": GOOD,
        "content/mentors/plan.excalidraw.md": GOOD,
        "content/mentors/keep.excalidraw.md": GOOD,
        "mentors/old/bo": GOOD,
        "Templates/y": GOOD,
    })  # fmt: skip
    assert [note.id for note in notes.journal().people] == [
        "mentors/ada",
        "mentors/keep.excalidraw",
    ]
    assert codes(notes) == []


@pytest.mark.parametrize(
    ("file", "key"),
    [
        (".obsidian/templates.json", "folder"),
        (".obsidian/plugins/templater-obsidian/data.json", "templates_folder"),
    ],
)
@pytest.mark.parametrize("place", ["", "content"])
def test_the_templates_of_an_obsidian_vault_are_left_alone(
    notes: Writer, place: str, file: str, key: str
) -> None:
    folder = "mentors/Templates" if place else "content/mentors/Templates"
    settings = notes.root / place / file
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({key: folder}))
    notes.write({"mentors/ada": GOOD, "mentors/Templates/new": "---\ndate: {{date}}\n---\n"})
    assert [note.id for note in notes.journal().people] == ["mentors/ada"]
    assert codes(notes) == []


@pytest.mark.parametrize(
    "text", ["", "[", "[]", '{"folder": 3}', '{"folder": "../.."}', "[" * 9999]
)
def test_settings_of_obsidian_that_say_nothing_leave_nothing_out(notes: Writer, text: str) -> None:
    notes.write({"mentors/ada": GOOD})
    (notes.root / ".obsidian").mkdir()
    (notes.root / ".obsidian/templates.json").write_text(text)
    assert [note.id for note in notes.journal().people] == ["mentors/ada"]


def test_a_site_in_a_vault_is_built_checked_and_built_again(tmp_path: Path) -> None:
    files = {"journal.toml": VAULT, "People/Ada Lund.md": GOOD + "[[map.png]]", "map.png": "x"}
    vault(tmp_path, files)
    for site in ("site", "public"):
        assert run(tmp_path, "build", "--site", site).status == 0
        assert (tmp_path / site / "people/ada-lund/index.html").exists()
    assert len(Vault(tmp_path).journal().attachments) == 1


def test_no_site_is_built_among_the_notes_of_a_vault(tmp_path: Path) -> None:
    vault(tmp_path, {"journal.toml": VAULT, "People/Ada Lund.md": GOOD})
    for place in ("People/site", "People"):
        refused = run(tmp_path, "build", "--site", place)
        assert refused.status == 2
    assert (tmp_path / "People/Ada Lund.md").read_text() == GOOD


def test_new_notes_go_where_the_others_of_their_kind_are(tmp_path: Path) -> None:
    settings = VAULT + '[folders]\ntouchpoints = ["1on1s"]\n'
    vault(tmp_path, {"journal.toml": settings, "People/Ada Lund.md": GOOD, "mentees/b.md": GOOD})
    made = [run(tmp_path, "new", kind, "Zoë").out.strip() for kind in ("person", "protege", "goal")]
    assert made == ["People/zoe.md", "mentees/zoe.md", "goals/zoe.md"]
    logged = run(tmp_path, "log", "ada", "--channel", "email", "-m", "x").out
    assert "1on1s/" in logged
    assert len(Vault(tmp_path).journal().touchpoints) == 1


def test_a_journal_begun_in_a_vault_takes_its_folders(tmp_path: Path) -> None:
    vault(tmp_path, {".obsidian/app.json": "{}", "People/Ada Lund.md": GOOD, "Notes/x.md": "x"})
    assert run(tmp_path, "init").status == 0
    assert not (tmp_path / "content").exists()
    assert [note.id for note in Vault(tmp_path).journal().people] == ["People/Ada Lund"]
    assert not (tmp_path / "people").exists()
    assert (tmp_path / "touchpoints").is_dir()


def test_a_verb_changes_a_note_in_a_folder_of_another_name(tmp_path: Path) -> None:
    person = (
        vault(tmp_path, {"journal.toml": VAULT, "People/Ada Lund.md": GOOD}).journal().people[0]
    )
    assert run(tmp_path, "snooze", "ada", "2 weeks").status == 0
    changed = Vault(tmp_path).journal().people[0]
    assert (person.snooze_until, str(changed.snooze_until)) == (None, "2026-06-29")
