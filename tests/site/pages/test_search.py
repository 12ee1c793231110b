"""The search page, and the file with what it looks through. Today is 15 June 2026."""

import base64
import json
import zlib

import pytest

from journal.site.all_files import all_files
from journal.site.pages.search import search_path
from journal.site.site import Site
from tests.support.journal import Writer
from tests.support.private_journal import FILES as PRIVATE
from tests.support.private_journal import SECRETS
from tests.support.site import page, site_of

CALL = "---\npeople: amara\nchannel: call\n---\n"


def script(site: Site) -> bytes:
    made = site.file(search_path(site.data.options.root))
    assert isinstance(made, bytes)
    return made


def found(site: Site) -> list[list[object]]:
    """Every note in the data: kind, href, date, people, title, beside, text."""
    before, packed, after = script(site).split(b'"')
    assert (before, after) == (b"window.journalSearch = ", b";\n")
    notes: list[list[object]] = json.loads(zlib.decompress(base64.b64decode(packed)))
    return notes


def test_every_note_can_be_found_where_it_stands(notes: Writer) -> None:
    notes.write(
        {
            "mentors/amara-okoye": "---\norg: Tidal Institute\ntags: [rivers]\n---\nShe *asks*.",
            "touchpoints/2026-06-01 tea": CALL.replace("amara", "amara-okoye") + "# Tea\nGreen.",
        }
    )
    site = site_of(notes.root)
    anchor = site.data.addresses["touchpoints/2026-06-01 tea"].fragment
    month = f"months/2026-06/index.html#{anchor}"
    assert found(site) == [
        ["Touchpoint", month, "2026-06-01", ["Amara Okoye"], "Tea", "call", "Green."],
        [
            "Person", "people/amara-okoye/index.html", "", [], "Amara Okoye",
            "rivers Tidal Institute", "She asks.",
        ],
    ]  # fmt: skip


def test_the_latest_notes_come_first_trips_by_their_first_day(notes: Writer) -> None:
    notes.write(
        {
            "mentors/amara": "",
            "touchpoints/2026-06-01 a": CALL,
            "touchpoints/2026-06-03 c": CALL,
            "trips/b": "---\ncity: Porto\nstart: 2026-06-02\n---\n",
        }
    )
    assert [note[2] for note in found(site_of(notes.root))] == [
        "2026-06-03", "2026-06-02", "2026-06-01", "",
    ]  # fmt: skip


def test_me_is_not_among_the_people_of_a_note(notes: Writer) -> None:
    notes.write({"mentors/amara": "", "trips/a": "---\ncity: Porto\nstart: 2026-06-02\n---\n"})
    notes.write({"news/2026-01-01-a": "---\nabout: [me, amara]\n---\n"})
    people = {note[0]: note[3] for note in found(site_of(notes.root))}
    assert people == {"Person": [], "Trip": [], "News": ["Amara"]}


def test_nothing_private_can_be_found(notes: Writer) -> None:
    data = json.dumps(found(site_of(notes.write(PRIVATE).root))).casefold()
    assert [secret for secret in SECRETS if secret in data] == []
    assert "knows a private note and a private note." in data


def test_private_notes_are_found_where_they_are_shown(notes: Writer) -> None:
    notes.write({"mentors/amara": "---\nprivate: true\n---\nwhispered"})
    assert found(site_of(notes.root)) == []
    assert found(site_of(notes.root, private=True))[0][6] == "whispered"


def test_drafts_are_found_only_where_they_are_shown(notes: Writer) -> None:
    notes.write({"mentors/amara": "", "touchpoints/2026-06-01 a": "---\ndraft: true\n" + CALL[4:]})
    assert len(found(site_of(notes.root))) == 1
    assert len(found(site_of(notes.root, drafts=True))) == 2


@pytest.mark.parametrize("title", ["</script><script>x", "<!--", "a\u2028b", 'a"b\\', "\u202eabc"])
def test_no_title_gets_out_of_the_script(notes: Writer, title: str) -> None:
    body = f"# {title}\n{title}"
    notes.write({"mentors/amara": "", "touchpoints/2026-06-01 a": CALL + body})
    site = site_of(notes.root)
    (data,) = (note for note in found(site) if note[0] == "Touchpoint")
    assert data[4] == next(n.title for n in site.data.journal.touchpoints)
    assert not set(script(site)) & set(b"<>\\\xe2")


def test_words_of_neighbouring_blocks_stay_apart(notes: Writer) -> None:
    body = "- one\n- two\n\n| three | four |\n|---|---|\n| five | six |\n\n> seven\n\neight  \nnine"
    notes.write({"mentors/amara": body})
    (note,) = found(site_of(notes.root))
    assert " ".join(str(note[6]).split()) == "one two three four five six seven eight nine"


def test_the_data_are_smaller_than_the_notes(notes: Writer) -> None:
    text = "A word about tides, and {} more about what the {} of them meant to us that autumn. "
    files = {
        f"touchpoints/2025-{1 + n % 12:02}-01 {n}": CALL
        + "".join(text.format(n * k, k) for k in range(8))
        for n in range(300)
    }
    notes.write({"mentors/amara": ""} | files)
    size = sum(path.stat().st_size for path in notes.root.rglob("*.md"))
    assert len(script(site_of(notes.root))) < 0.4 * size  # deflated, then in base64


def test_the_data_are_among_the_files_of_the_site(notes: Writer) -> None:
    site = site_of(notes.root)
    path = search_path(notes.root)
    assert dict(all_files(site))[path] == site.file(path)


def test_the_page_says_where_to_look_without_script(notes: Writer) -> None:
    looked = page(site_of(notes.root), "search/")
    (without,) = looked.all("noscript")
    links = [link.get("href") for link in without.iter("a")] or looked.text(without)
    for place in ("people", "months", "tags"):
        assert place in str(links)


def test_the_page_itself_holds_no_note(notes: Writer) -> None:
    notes.write({"mentors/amara": "Whispered words."})
    assert "amara" not in page(site_of(notes.root), "search/").html.casefold()
