"""Names and texts that try to break the page around them."""

import re

import pytest

from journal.site.site import Site
from tests.support.journal import Writer
from tests.support.site import pages, site_of

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='{{ 7*7 }}"
LONG = "Ω" * 300
OWN_SCRIPT = r"(\.\./)*static/(vendor/)?\w+\.js"
RIGHT_TO_LEFT = "ليلى حداد"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.fixture
def site(notes: Writer) -> Site:
    evil = _quoted(EVIL)
    person = (
        f"---\ntitle: {evil}\nemail: {evil}\nphone: {evil}\ncity: {evil}\norg: {evil}\n"
        f"address_as: {evil}\nquestions: [{evil}]\nlink: {evil}\ntags: [{evil}]\n{evil}: {evil}\n"
        "prefers: [email, call]\nbirthday: 06-20\n---\n"
    )
    return site_of(
        notes.write(
            {
                "mentors/evil": f"{person}{EVIL}",
                "mentors/long": f"---\ntitle: {LONG}\n---\n",
                "mentors/rtl": f"---\ntitle: {RIGHT_TO_LEFT}\n---\nمرحبا",
                f"mentors/{EVIL.replace('/', '')[:100]}": "",
                "touchpoints/2026-06-01 evil": f"---\npeople: [evil, long, rtl]\nchannel: email\n"
                f"title: {evil}\nquestion: {evil}\ngave: [{evil}]\nplace: {evil}\n---\n{EVIL}\n\n"
                f"- [ ] {EVIL} 📅 2026-06-20",
                "news/2026-06-02-evil": f"---\ntitle: {evil}\nlink: 'javascript:alert(1)'\n---\n",
                "journal.toml": f"title = {evil}\nlang = {evil}\n[me]\nname = {evil}\n"
                "[editor]\nurl = \"javascript:alert('{path}')\"\n",
            }
        ).root
    )


def test_what_was_typed_is_what_is_seen(site: Site) -> None:
    folded = " ".join(EVIL.split())
    found = pages(site)
    for file in (
        "index.html",
        "reach-out/index.html",
        "people/index.html",
        "people/evil/index.html",
    ):
        assert folded in found[file].text(), file


def test_no_note_adds_an_element_an_attribute_or_an_address_that_runs(site: Site) -> None:
    for file, found in pages(site).items():
        for element in found.root.iter():
            assert element.tag != "img", file
            if element.tag == "script":
                assert re.fullmatch(OWN_SCRIPT, element.get("src") or ""), file
            assert not [name for name in element.attrib if str(name).startswith("on")], file
        for address in found.addresses():
            assert "javascript:" not in address.casefold(), file


def test_templates_in_notes_are_only_text(site: Site) -> None:
    for file, found in pages(site).items():
        assert "49" not in found.text(), file


def test_every_name_keeps_its_own_direction(site: Site) -> None:
    found = pages(site)["people/index.html"]
    (name,) = [e for e in found.all("bdi") if found.text(e) == RIGHT_TO_LEFT]
    assert name is not None
    body = pages(site)["people/rtl/index.html"]
    assert next(e for e in body.all("div") if e.get("class") == "prose").get("dir") == "auto"


def test_a_very_long_title_has_a_page_of_its_own(site: Site) -> None:
    assert LONG in pages(site)["people/long/index.html"].text()
