"""What the journal asks is asked with the lines that answer it. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of


def _answers(found: Parsed, of: str) -> list[str]:
    (part,) = [e for e in found.all("section", "article") if e.get("id") == of]
    return [found.text(e) for e in part.iter("code")]


LATE = {
    "mentors/ada": "---\ntitle: Ada\n---\n",
    "touchpoints/2026-06-10 tea": "---\npeople: ada\nchannel: in-person\nstate: planned\n---\n",
    "touchpoints/2026-06-01 call": "---\npeople: ada\nchannel: call\nstate: planned\n---\n",
}


@pytest.mark.parametrize("address", ["", "reach-out/", "people/ada/"])
def test_what_became_of_a_plan_is_asked_first_with_a_line_for_each_answer(
    notes: Writer, address: str
) -> None:
    found = page(site_of(notes.write(LATE).root), address)
    assert _answers(found, "to-confirm")[3:] == [
        "journal confirm '2026-06-10 tea'",
        "journal move '2026-06-10 tea' DAY",
        "journal cancel '2026-06-10 tea'",
    ]
    headings = [title for level, title in found.headings if level == 2]
    assert headings[0].startswith("Did it happen?")


def test_no_plan_of_a_private_note_or_of_a_day_to_come_is_asked_about(notes: Writer) -> None:
    notes.write(
        {
            "mentors/ada": "---\ntitle: Ada\n---\n",
            "touchpoints/2026-06-10 a": "---\npeople: ada\nstate: planned\nprivate: true\n---\n",
            "touchpoints/2026-06-15 b": "---\npeople: ada\nstate: planned\nchannel: call\n---\n",
        }
    )
    assert "Did it happen?" not in page(site_of(notes.root), "").text()


def test_what_is_only_to_be_settled_stands_last_with_kept_and_dropped(notes: Writer) -> None:
    promised = "---\npeople: ada\nchannel: email\n---\n- [ ] send it 📅 2024-03-01\n"
    notes.write(
        {
            "mentors/ada": "---\ntitle: Ada\n---\n",
            "touchpoints/2024-02-01 a": promised,
            "touchpoints/2026-05-20 b": "---\npeople: ada\nchannel: email\n---\n",
        }
    )
    site = site_of(notes.root)
    found = page(site, "")
    assert [title for level, title in found.headings if level == 2][-1] == "To settle"
    assert "Promises due" not in found.text()
    lines = ["journal done Ada 'send it'", "journal done Ada 'send it' --drop"]
    assert _answers(found, "to-settle") == lines
    for address in ("reach-out/", "people/ada/"):
        shown = page(site, address)
        read = [shown.text(line) for line in shown.all("code")]
        assert [line for line in read if "done" in line] == lines


def test_somebody_to_begin_with_has_the_line_for_the_last_contact(notes: Writer) -> None:
    notes.write({"mentors/taro": "---\ntitle: Tarō Yamada\n---\n"})
    site = site_of(notes.root)
    for address in ("", "reach-out/", "people/taro/"):
        found = page(site, address)
        assert "journal log 'Tarō Yamada' --on 2024-05" in [
            found.text(line) for line in found.all("code")
        ]
