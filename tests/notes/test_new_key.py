"""A key is one row: a copy of the program with one row more knows the key everywhere."""

import json
import re
import shutil
import subprocess
import zlib
from base64 import b64decode
from pathlib import Path

import pytest

from journal.notes.kinds import FOLDERS, KINDS, keys_saying
from journal.vocabulary import Says, Type
from tests.support.command import Ran, command, environment, process
from tests.support.paths import REPO

ROW = (
    '    nickname: Annotated[str, Key("what friends call them", likely=True, searched=True)] = ""\n'
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program, in which people have a key of their own more."""
    copy = tmp_path_factory.mktemp("program")
    shutil.copytree(REPO / "journal", copy / "journal", ignore=shutil.ignore_patterns("*.pyc"))
    (copy / "templates").symlink_to(REPO / "templates")
    record = copy / "journal/notes/person_note.py"
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"(?=^    roles:)", ROW, text, flags=re.MULTILINE), encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def root(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a mentor whose note has the key."""
    root = tmp_path_factory.mktemp("journal")
    (root / "journal.toml").touch()
    (root / "content").mkdir(mode=0o700)
    run(program, root, "new", "mentor", "Ada Quill", "--set", "nickname=she")
    return root


def run(program: Path, root: Path, *args: str) -> Ran:
    ran = process(root, *args, PYTHONPATH=str(program))
    assert ran.status == 0, ran.err
    return ran


def test_it_is_read_and_exported(program: Path, root: Path) -> None:
    exported = json.loads(run(program, root, "export", "json").out)
    assert exported["notes"]["mentors"][0]["nickname"] == "she"
    assert "also_noted" not in exported["notes"]["mentors"][0]
    header, row = run(program, root, "export", "csv", "--kind", "people").out.splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["nickname"] == "she"


def test_it_is_offered_in_a_new_note(program: Path, root: Path) -> None:
    path = run(program, root, "new", "person", "Bo").out.strip()
    assert "# nickname:   # what friends call them" in (root / path).read_text(encoding="utf-8")


def test_a_slip_of_it_is_a_finding(program: Path, root: Path) -> None:
    (root / "content/mentors/cy.md").write_text("---\nnicknames: he\n---\n", encoding="utf-8")
    assert "did you mean `nickname`?" in run(program, root, "check").out


def test_the_search_page_looks_through_it(program: Path, root: Path) -> None:
    run(program, root, "build")
    (data,) = (root / "site/static").glob("search-*.js")
    found = re.findall(rb'"([^"]+)"', data.read_bytes())[-1]
    ada = next(
        note for note in json.loads(zlib.decompress(b64decode(found))) if "Ada Quill" in note
    )
    assert "she" in ada


def test_reference_schema_and_obsidian_know_it(program: Path, tmp_path: Path) -> None:
    made = [*command()[:2], "journal.reference", str(tmp_path)]
    subprocess.run(made, cwd=tmp_path, env=environment(PYTHONPATH=str(program)), check=True)
    assert "| `nickname` | text | what friends call them |" in (tmp_path / "keys.md").read_text()
    schema = json.loads((tmp_path / "schema.json").read_text())
    assert schema["$defs"]["mentors"]["properties"]["nickname"]["type"] == "string"
    types = json.loads((tmp_path / "obsidian-types.json").read_text())
    assert types["types"]["nickname"] == "text"


@pytest.mark.parametrize("what", Says)
def test_one_key_of_a_kind_says_whom(what: Says) -> None:
    for kind in FOLDERS.values():
        saying = [key for key in kind.keys.values() if what in key.says]
        assert len(saying) < 2
        assert all(key.type is Type.LINKS and not key.any_note for key in saying)
        assert keys_saying(what).get(kind.folder, "") == "".join(key.name for key in saying)


def test_what_a_row_says_fits_its_type() -> None:
    for kind in KINDS.values():
        for key in kind.keys.values():
            assert key.type is Type.LINKS or not (key.me or key.any_note or key.tells), key
            assert not key.not_before or key.not_before in kind.keys, key
            assert not key.searched or key.type in _WORDS, key
            assert not (key.default and key.required) or key.name == "date", key


_WORDS = {Type.TEXT, Type.LIST, Type.ONE_OF, Type.SOME_OF}
