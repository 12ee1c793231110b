"""No word of a private note is in anything that is shown, however public notes link to it."""

import base64
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.feeds.calendar import calendar
from journal.feeds.exports import TABLES, csv_table, json_export
from journal.frontmatter import read_document
from journal.library.hidden_notes import HiddenNotes
from journal.library.note_redaction import redact_note
from journal.library.opening import open_journal
from journal.library.redaction import redact_journal
from journal.markup.body_redaction import redact_body
from journal.markup.render import render
from journal.markup.rendered_text import opening_of
from journal.notes.kinds import KEY_NAMES
from journal.notes.parsing import parse_note
from journal.site.all_files import all_files
from journal.site.site import Site
from tests.support.feeds import feed_source
from tests.support.journal import TODAY, Writer
from tests.support.private_links import (
    DEFINITIONS,
    LINKS,
    MARKER,
    PLACES,
    PRIVATE,
    REFERENCES,
    private_notes,
    public_notes,
)
from tests.support.site import site_of


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("linked")
    notes = Writer(root).write(private_notes() | public_notes())
    notes.write({"journal.toml": '[me]\nname = "Noor"\ncity = "Porto"\n'})
    return root


@pytest.fixture(scope="module")
def site(journal: Path) -> Site:
    return site_of(journal)


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> HiddenNotes:
    """What may not be shown of a journal of private notes and one public mentor."""
    root = tmp_path_factory.mktemp("private")
    Writer(root).write(private_notes() | {"mentors/ann": ""})
    return redact_journal(open_journal(root, lambda _: TODAY).journal).hidden


def leaks(name: str, data: bytes) -> Iterator[str]:
    """The words around each marker in a file."""
    if packed := re.search(rb'journalSearch = "([^"]*)"', data):
        data = zlib.decompress(base64.b64decode(packed[1]))
    text = data.decode("utf-8", "replace")
    for found in re.finditer(MARKER, text, re.IGNORECASE):
        yield f"{name}: {text[max(0, found.start() - 60) : found.end() + 40]!r}"


@pytest.mark.slow
def test_no_page_and_no_search_data_has_a_word_of_a_private_note(site: Site) -> None:
    files = ((path, data) for path, data in all_files(site) if isinstance(data, bytes))
    assert [leak for path, data in files for leak in leaks(path, data)][:9] == []


@pytest.mark.slow
def test_no_feed_and_no_table_has_a_word_of_a_private_note(journal: Path) -> None:
    shown = feed_source(journal)
    made = {"calendar": calendar(shown), "json": json_export(shown)}
    made |= {name: csv_table(shown, name) for name in TABLES}
    assert [leak for name, data in made.items() for leak in leaks(name, data)][:9] == []


@pytest.mark.slow
def test_with_private_notes_asked_for_all_of_them_are_there(journal: Path) -> None:
    site = site_of(journal, private=True)
    assert set(site.data.journal.notes).issuperset(PRIVATE)
    text = "".join(site.page(address).decode() for address in site.addresses())
    said = {"Zqxtext", "Zqxshown", "Zqxtask", "Zqxquestion"}
    assert said <= set(re.findall(r"\bZqx\w*", text))


def said_of(hidden: HiddenNotes, body: str) -> str:
    """All that may be shown of a public note with this body: title, tasks, text and beginning."""
    raw = f"---\npeople: ann\nchannel: email\n---\n{body}".encode()
    note = parse_note("touchpoints/2026-06-01 x", read_document(raw, KEY_NAMES)).note
    assert note
    html = redact_body(render(body, 5, "0" * 8).html, lambda to: hidden.may_be_target(note.id, to))
    shown = redact_note(note, hidden)
    tasks = (task.text for task in shown.tasks)
    return "\n".join((shown.title, *tasks, html, opening_of(html)))


@pytest.mark.parametrize("link", ["[[zqxgoal|Zqx Two]]", "[*Zqx* Q](../goals/zqxgoal.md)"])
def test_no_length_of_the_text_before_a_link_cuts_it_open(hidden: HiddenNotes, link: str) -> None:
    for length in range(230):
        before = "word " * (length // 5) + "x" * (length % 5)
        assert MARKER not in said_of(hidden, f"{before}{link} after").casefold(), length
        assert MARKER not in said_of(hidden, f"# {before}{link}").casefold(), length


@given(
    st.sampled_from((*LINKS, *REFERENCES)),
    st.lists(st.sampled_from(PLACES), max_size=2),
    st.text("ab *_`~[]()!|#>-\\\n\u00e9", max_size=12),
    st.booleans(),
)
def test_no_spelling_of_a_link_in_any_place_names_a_private_note(
    hidden: HiddenNotes, link: str, places: list[str], around: str, is_upper: bool
) -> None:
    body = link.upper().replace(".MD", ".md").replace("%2D", "%2d") if is_upper else link
    for place in places:
        if link in REFERENCES and place.startswith(("a^[{", "`", "~~", "[a](")):
            continue  # two brackets are a wikilink, and in code a reference is only words
        is_cell = place.startswith("|") and "\\|" not in body
        bar = body.replace("|", "\\|") if is_cell else body
        body = place.format(*[bar] * place.count("{}"))
    definitions = DEFINITIONS if link in REFERENCES else ""
    if definitions:  # in code, it is only words
        around = around.replace("`", "").replace("~", "")
    text = f"{around}\n\n{body}\n\n{around}{definitions}"
    assert MARKER not in said_of(hidden, text).casefold()
