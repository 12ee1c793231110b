"""Any name that is valid UTF-8 and controls nothing is a note's name, from the file to the page."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.characters import escaped, is_name
from journal.errors import Exit
from journal.reading.scan import scan_content
from journal.site.parts.addresses import site_addresses
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.site import Parsed, inside, page, site_of, target

NAMES = {
    "Japanese, a full-width space": "森田\u3000健二",
    "French, a no-break space": "Anne\u00a0Lefèvre",
    "Persian, a joiner that keeps apart": "علی\u200cرضا",
    "Sinhala, a joiner that joins": "ශ්\u200dරී ලංකා",
    "an emoji made of two": "👩\u200d💻",
    "a flag made of tags": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f Skye",
    "a soft hyphen": "Kinder\u00adgarten",
    "a zero-width space": "ปรี\u200bชา",
    "composed": "Zoë",
    "decomposed": "Ne\u0301e",
    "its own direction": "Dana \u2067دانا\u2069",
    "a letter of tomorrow": "x\U0001fad8y",
    "a private-use letter": "\uf8ff fan",
}
#: Each of them, with all names of the others in its text.
TEXT = "---\nsince: 2020\nphase: waiting\nmet: {}\n---\n" + "".join(
    f"[[{name}]]\n" for name in NAMES.values()
)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    found = Writer(tmp_path_factory.mktemp("names"))
    for name in NAMES.values():
        path = found.root / "content/mentors" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT.format("here"))
    return found


def test_every_one_is_read_and_its_links_lead_somewhere(people: Writer) -> None:
    journal = people.journal()
    assert len(journal.people) == len(NAMES)
    assert not [finding for finding in journal.findings if finding.code[0] == "F"]
    for person in journal.people:
        assert len({*journal.links[person.id].targets()} - {person.id}) == len(NAMES) - 1


def test_every_one_has_a_page_of_its_own_that_is_written(people: Writer) -> None:
    assert run(people.root, "build").status == Exit.FINE
    found = site_addresses(people.journal()).notes
    pages = {address.page for address in found.values()}
    assert len(pages) == len(NAMES)
    for address in pages:
        file = f"{address}index.html"
        found_page = Parsed(address, (people.root / "site" / file).read_text())
        leads = {target(file, each)[0] for each in found_page.addresses() if inside(each)}
        assert {f"{other}index.html" for other in pages} <= leads | {file}


def test_check_shows_each_path_as_it_is_but_for_what_fools_a_terminal(notes: Writer) -> None:
    for name in NAMES.values():
        notes.write({f"mentors/{name}": "---\nsince: soon\n---\n"})
    shown = run(notes.root, "check").out
    found = json.loads(run(notes.root, "check", "--format", "json").out)
    for name in NAMES.values():
        path = f"content/mentors/{name}.md"
        assert f"{escaped(path)}:2:8: F03" in shown
        assert path in {each["path"] for each in found}
    assert "\\u2067" in shown
    assert not set(shown) & set("\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (b"two\nlines", r"two\nlines"),
        (b"\x1b[2J", r"\x1b[2J"),
        ("\u0085x".encode(), r"\x85x"),
        (b"caf\xe9", r"caf\xe9"),
        ("\u202egpj".encode(), r"\u202egpj"),
    ],
)
def test_what_controls_or_is_no_utf8_is_named_and_not_read(
    notes: Writer, name: bytes, said: str
) -> None:
    folder = notes.root / "content/mentors"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name + b".md")).write_text("")
    journal = notes.journal()
    assert not journal.people
    assert [(f.path, f.code) for f in journal.findings] == [(f"content/mentors/{said}.md", "F17")]
    assert run(notes.root, "check", "--format", "json").status == Exit.FINE
    assert said in run(notes.root, "check").out


LETTERS = st.characters(blacklist_characters="/\0", codec="utf-8")
STEMS = st.text(LETTERS, min_size=1, max_size=20).filter(lambda stem: stem[0] not in "._")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(STEMS, min_size=1, max_size=6))
def test_any_names_are_read_or_named_and_no_two_share_a_page(
    tmp_path_factory: pytest.TempPathFactory, stems: set[str]
) -> None:
    notes = Writer(tmp_path_factory.mktemp("any"))
    (notes.root / "content/people").mkdir()
    for stem in stems:
        (notes.root / "content/people" / f"{stem}.md").write_text("")
    seen = scan_content(notes.root)
    kept = {found.path for found in seen.notes}
    assert all(is_name(path) for path in kept)
    assert len(kept) + sum("not read" in finding.message for finding in seen.findings) == len(stems)
    pages = [address.page for address in site_addresses(notes.journal()).notes.values()]
    assert len(pages) == len(set(pages)) == len(kept)
    site = site_of(notes.root)
    assert all(page(site, address).html for address in pages)


@given(st.text())
def test_nothing_that_is_written_out_can_fool_anybody(text: str) -> None:
    assert not re.search(
        "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]", escaped(text)
    )
