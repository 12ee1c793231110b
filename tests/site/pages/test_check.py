"""The page of findings, and the links that open a note in the editor."""

import pytest

from tests.support.journal import Writer
from tests.support.site import page, site_of


def test_findings_are_listed_by_file_with_the_line_in_the_editor(notes: Writer) -> None:
    notes.write(
        {
            "goals/a b": "---\nkind: nonsense\n---\n",
            "journal.toml": '[editor]\nurl = "vscode://file/{path}:{line}"\n',
        }
    )
    found = page(site_of(notes.root), "check/")
    assert "1 error" in found.text()
    assert "content/goals/a b.md" in found.text()
    root = notes.root.as_posix().lstrip("/")
    assert f"vscode://file/{root}/content/goals/a%20b.md:2" in list(found.addresses())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("obsidian://open?path={path}", "obsidian://open?path={root}/content/goals/a.md"),
        ("zed://{path}#{line}", "zed:/{root}/content/goals/a.md#4"),
        ("javascript:alert('{path}')", ""),
        ("", ""),
    ],
)
def test_every_note_opens_in_the_editor_that_is_set(notes: Writer, url: str, shown: str) -> None:
    notes.write({"goals/a": "---\ntags: t\n---\nx", "journal.toml": f'[editor]\nurl = "{url}"\n'})
    found = page(site_of(notes.root), "goals/")
    links = [e.get("href") for e in found.all("a") if e.get("class") == "edit"]
    assert links == ([shown.replace("{root}", notes.root.as_posix())] if shown else [])
