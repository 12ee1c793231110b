"""What holds of reading whatever a file holds."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from journal.file_names import CACHE_FOLDER
from journal.findings import Mistake
from journal.frontmatter import read_document
from journal.frontmatter.writer import front_matter_text
from journal.library import Journal
from journal.library.opening import open_journal
from journal.notes.kinds import FOLDERS, KEY_NAMES
from journal.notes.parsing import parse_note
from journal.vocabulary.key_types import Key, Type
from tests.support.journal import TODAY, Writer

FOLDER = st.sampled_from(sorted(FOLDERS))
QUICK = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FILES = settings(QUICK, max_examples=25)  # each example writes real files

#: What front matter is broken with, beside what hypothesis thinks of.
PIECES = st.sampled_from(
    [
        "---\n", "...\n", "\n", "\t", "  ", "- ", ": ", "# ", "[", "]", "[[", "]]", "{", "}", "|\n",
        ">\n", "'", '"', "\\", "&a ", "*a", "!!str ", "<<: ", "%YAML 1.2\n", "? ", "@", "`", ",",
        "\ufeff", "\u200b", "\u202e", "\u2028", "\x85", "\x0c", "\r", "\r\n", "\0", "\x1b[31m",
        "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "+++\n", "“", "”", "[[nobody]]", "![[a.png]]",
        "- [ ] x 📅 2026-02-30\n", "%%", "```\n", "> ", "2026-01-01", "2026-02-30", "soon", "ada",
    ]
)  # fmt: skip
KEYS = st.sampled_from(sorted({name for kind in FOLDERS.values() for name in kind.keys}))
LINES = st.tuples(KEYS, st.sampled_from([": ", ":", "\n  - ", ":\n  - "])).map("".join)
ROUGH = st.lists(st.one_of(PIECES, LINES, st.text(max_size=12)), max_size=30).map("".join)
TEXT = ROUGH.map(lambda text: text.encode("utf-8", "replace"))
NOTE = st.one_of(
    st.binary(max_size=300),
    TEXT,
    TEXT.map(lambda raw: b"---\n" + raw),
    TEXT.map(lambda raw: b"---\n" + raw + b"\n---\ntext\n"),
    TEXT.map(lambda raw: b"---\nsince: 2015\n---\n" + raw),
)


def mistakes(folder: str, raw: bytes) -> Sequence[Mistake]:
    return parse_note(f"{folder}/2026-05-01 x", read_document(raw, KEY_NAMES)).mistakes


@QUICK
@given(FOLDER, NOTE)
@example("mentors", b"---\nmet: " + b"[" * 200_000)
@example("mentors", b"---\nmet: " + b"{a: " * 15_000 + b"\n---\n")
@example("mentors", b"---\n" + b"- " * 30_000 + b"\n---\n")
@example("mentors", b"---\nsince: 2015\n---\n" + b"[" * 200_000)
@example("mentors", b"---\r\r\nmet: x\r\r\n---\r\r\n")
def test_any_bytes_are_a_note_or_a_mistake_on_one_of_its_lines(folder: str, raw: bytes) -> None:
    last = raw.count(b"\n") + 1
    for mistake in mistakes(folder, raw):
        assert 1 <= mistake.line <= last
        assert mistake.column >= 1
        assert (mistake.message + mistake.hint).isprintable()


@QUICK
@given(
    FOLDER, KEYS, st.sampled_from(["{}", "[{}]", '"{}"', "\n  - {}", "{{a: {}}}", "# {}", "#{}"])
)
def test_a_message_shows_40_characters_of_a_value_at_most(
    folder: str, key: str, shape: str
) -> None:
    secret = "".join(chr(0x4E00 + n) for n in range(200))  # no letter stands in it twice
    raw = f"---\n{key}: {shape.format(secret)}\n{secret}x: y\n---\n".encode()
    for mistake in mistakes(folder, raw):
        text = mistake.message + mistake.hint
        assert sum(character in secret for character in text) <= 40


@QUICK
@given(st.binary(max_size=200))
def test_the_text_below_good_front_matter_is_kept_to_the_letter(body: bytes) -> None:
    text = body.decode("utf-8", "replace").replace("\r\n", "\n").replace("\0", "")
    document = read_document(b"---\nmet: x\n---\n" + text.encode(), KEY_NAMES)
    assert document.body == text.replace("\r\n", "\n")
    assert document.body_line == 4


ONE_LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60)
TEXT_KEYS = st.sampled_from(
    [key for key in FOLDERS["mentors"].keys.values() if key.type is Type.TEXT]
    + [key for key in FOLDERS["mentors"].keys.values() if key.type is Type.LIST]
)


@QUICK
@given(TEXT_KEYS, ONE_LINE)
def test_a_text_that_the_program_writes_reads_back_the_same(key: Key, text: str) -> None:
    shown = " ".join(text.split())
    if key.name in ("link", "country", "tags"):
        return  # these mean more than their letters
    value = [text] if key.type is Type.LIST else text
    raw = front_matter_text([("since", "2015", ""), (key.name, value, "")]).encode()
    parsed = parse_note("mentors/x", read_document(raw, KEY_NAMES))
    assert parsed.mistakes == ()
    found = getattr(parsed.note, key.name)
    if key.name == "title" and not shown:
        assert found == "X"
    else:
        assert found == ((shown,) if shown else ()) if key.type is Type.LIST else found == shown


def read(root: Path) -> Journal:
    return open_journal(root, lambda _: TODAY).journal


def without_cache(root: Path) -> None:
    for path in (root / CACHE_FOLDER).glob("*"):
        path.unlink()


@FILES
@given(st.lists(st.tuples(FOLDER, NOTE), min_size=1, max_size=5))
def test_the_cache_changes_nothing_and_reading_changes_no_file(
    found: list[tuple[str, bytes]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        notes = Writer(Path(folder))
        notes.write({f"{name}/2026-05-01 n{n}": raw for n, (name, raw) in enumerate(found)})
        before = {path: path.read_bytes() for path in notes.root.rglob("*.md")}
        cold = read(notes.root)
        warm = read(notes.root)
        without_cache(notes.root)
        again = read(notes.root)
        assert (cold.notes, cold.findings) == (warm.notes, warm.findings)
        assert (cold.notes, cold.findings) == (again.notes, again.findings)
        assert {path: path.read_bytes() for path in before} == before


@FILES
@given(FOLDER, st.binary(max_size=60).map(lambda tail: b"---\nmet: [\nzz: " + tail + b"\n---\n"))
def test_a_broken_note_changes_no_finding_and_no_fact_of_another(folder: str, raw: bytes) -> None:
    good = {
        "mentors/ada": "---\nsince: 2020\nnext: soon\n---\n",
        "touchpoints/2026-04-01 call": "---\npeople: ada\nchannel: call\nabout: lost\n---\n",
    }
    with tempfile.TemporaryDirectory() as root:
        notes = Writer(Path(root)).write(good)
        alone = notes.journal()
        notes.write({f"{folder}/2026-05-01 zzz": raw})
        beside = notes.journal()
    broken = f"content/{folder}/2026-05-01 zzz.md"
    assert [f for f in beside.findings if f.path != broken] == list(alone.findings)
    assert {note.id: note for note in beside.notes.values() if note.path != broken} == alone.notes


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_an_empty_file_is_a_note_or_lacks_what_its_kind_needs(folder: str) -> None:
    needed = {"touchpoints": 1, "trips": 2}  # the day stands in the file's name
    assert [m.code for m in mistakes(folder, b"")] == ["F05"] * needed.get(folder, 0)
