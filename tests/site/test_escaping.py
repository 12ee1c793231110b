"""Whatever a note says, in its front matter and below, the pages around it stay as they are."""

import json
import re
import tempfile
from pathlib import Path
from time import process_time
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from journal.site.site import Site
from tests.support.hostile_markdown import HOSTILE
from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of

pytestmark = pytest.mark.long

SECONDS = 5
PAGES = [
    "",
    "reach-out/",
    "people/",
    "people/x/",
    "months/2026-06/",
    "check/",
    "search/",
    "promises/",
]
KEYS = ["title", "org", "city", "email", "phone", "link", "address_as", "prefers", "tags", "next",
        "birthday", "introduced_by", "questions", "topics", "x-own"]  # fmt: skip
OWN_SCRIPT = re.compile(r"(\.\./)*static/(vendor/)?\w+\.js")
SCHEMES = {"", "http", "https", "mailto", "tel", "sms"}
LOADS = ("src", "srcset", "poster", "data", "action", "background")
BREAKOUTS = [
    "</title><script>alert(1)</script>", '"><script>alert(1)</script>', "</main></body></html>",
    "' onmouseover='alert(1)", "<!--", "-->", "]]>", "{{ 7*7 }}", "{% raw %}", "</script><script>",
    "javascript:alert(1)", "//example.org/x.png", "https://example.org/x.js", "\\u202e", "&lt;",
]  # fmt: skip
#: What HTML knows; control characters are findings (F03, F08).
LETTERS = st.characters(exclude_categories=["Cc", "Cn", "Cs"], include_characters="\n\t")
TYPED = [one for one in (*HOSTILE, *BREAKOUTS) if "\x02" not in one]
TEXT = st.lists(st.one_of(st.sampled_from(TYPED), st.text(LETTERS, max_size=20)), max_size=4).map(
    "".join
)
VALUES = st.dictionaries(st.sampled_from(KEYS), TEXT, max_size=6)
RAW = st.one_of(st.just(""), TEXT, st.binary(max_size=40).map(lambda raw: raw.decode("latin-1")))


def write(root: Path, values: dict[str, str], raw: str, body: str) -> Site:
    """Return the site of a journal with these values in every note, the raw text in the first."""
    notes = Writer(root)
    given = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    about = f"people: x\nchannel: email\nplace: {json.dumps(body[:60])}\n"
    files = {
        "mentors/x": f"---\nsince: 2015\n{given}{raw}\n---\n{body}",
        "mentors/plain": "---\nsince: 2016\n---\n",
        "touchpoints/2026-06-01 t": f"---\n{about}{given}---\n{body}\n\n- [ ] {body}",
        "news/2026-06-02-n": f"---\n{given}---\n{body}",
        "journal.toml": f"title = {json.dumps(values.get('title', 'x'))}\n",
    }
    notes.write({name: text.encode("utf-8", "replace") for name, text in files.items()})
    return site_of(root)


def skeleton(found: Parsed) -> list[tuple[str, str | None]]:
    """Every element outside the main part, with its class; what is in there is the notes'."""
    (main,) = found.all("main")
    inside = set(main.iter())
    outside = [element for element in found.root.iter() if element not in inside]
    return [(str(element.tag), element.get("class")) for element in outside]


def safe(found: Parsed) -> None:
    """Nothing runs but our scripts, nothing is loaded from elsewhere, nothing leads to a script."""
    assert len(found.all("h1")) == 1
    assert not found.all("iframe", "object", "embed", "base", "style", "form", "video", "audio")
    for element in found.root.iter():
        names = [str(name) for name in element.attrib]
        assert not [name for name in names if name.startswith("on") or name == "style"], names
        for name in LOADS:
            assert not urlsplit(element.get(name) or "").netloc, element.attrib
        if element.tag == "script":
            assert OWN_SCRIPT.fullmatch(element.get("src") or ""), element.attrib
            assert not element.text
        if element.tag == "a":
            assert urlsplit(element.get("href") or "").scheme in SCHEMES, element.attrib
    assert "alert(1)" not in "".join(element.text or "" for element in found.all("script"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str | None]]]:
    """The skeleton of each page of a journal that wants no harm."""
    site = write(tmp_path_factory.mktemp("plain"), {}, "", "Text.")
    return {address: skeleton(page(site, address)) for address in PAGES}


@settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(VALUES, RAW, TEXT)
@example({key: "".join(BREAKOUTS) for key in KEYS}, "", "\n\n".join(HOSTILE))
@example({"title": "</title>", "link": "javascript:alert(1)", "tags": "//example.org"}, "", "x")
@example({}, "a: [" * 400, "[" * 3000)
def test_nothing_that_a_note_says_leaves_its_place_on_the_page(
    plain: dict[str, list[tuple[str, str | None]]], values: dict[str, str], raw: str, body: str
) -> None:
    began = process_time()
    with tempfile.TemporaryDirectory() as root:
        site = write(Path(root), values, raw, body)
        there = set(PAGES) & set(site.addresses())
        assert there >= {"", "people/", "check/"}
        for address in there:
            found = page(site, address)
            safe(found)
            assert skeleton(found) == plain[address], address
    assert process_time() - began < SECONDS
