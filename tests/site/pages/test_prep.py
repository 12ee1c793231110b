"""The sheet for a meeting. Today is 15 June 2026."""

from tests.support.journal import Writer
from tests.support.site import page, site_of

FILES = {
    "journal.toml": '[me]\nname = "Noor"\ncan_offer = ["plots"]\n',
    "mentors/p": "---\ntitle: Petra\nsince: 2020\nprefers: [in-person, email]\navoids: text\n"
    "questions: [Why water?, How deep?]\ntheir_goals: a lecture in Lagos\n"
    "address_as: Prof. P\n---\n",
    "touchpoints/2026-01-01 first": "---\npeople: p\nchannel: email\n---\nThe first words.",
    "touchpoints/2026-02-01 second": "---\npeople: p\nchannel: email\n---\n- [ ] send plots "
    "📅 2026-07-01\n- [ ] read them #theirs",
    "touchpoints/2026-03-01 third": "---\npeople: p\nchannel: call\n---\n",
    "touchpoints/2026-06-01 fourth": "---\npeople: p\nchannel: email\nquestion: How deep?\n---\n",
    "touchpoints/2026-06-20 note": "---\npeople: p\nchannel: email\n---\n",
    "touchpoints/2026-06-25 coffee": "---\npeople: p\nchannel: in-person\nplace: the quay\n---\n",
    "news/2026-06-01-mine": "---\ntitle: A prize\n---\n",
    "news/2026-06-02-hers": "---\ntitle: Her book\nabout: p\n---\n",
    "news/2026-09-02-later": "---\ntitle: Her move\nabout: p\n---\n",
    "goals/open": "---\ntitle: The grant\npeople: p\n---\n",
    "goals/met": "---\ntitle: The degree\npeople: p\nstate: met\n---\n",
    "opportunities/o": "---\ntitle: The panel\nfor: p\n---\n",
}  # fmt: skip


def test_it_says_what_to_know_before_a_meeting(notes: Writer) -> None:
    found = page(site_of(notes.write(FILES).root), "people/p/prep/")
    assert found.headings[0] == (1, "Before you meet Petra")
    assert "25 June 2026, in person, the quay" in found.text()
    for heading, said in {
        "How they like it": "Greeted as Prof. P Prefers in person email Avoid text Quiet",
        "Last time": "1 June 2026 fourth 1 March 2026 third 1 February 2026 second",
        "You promised": "You promised send plots by 1 July 2026",
        "They promised": "They promised read them",
        "To tell": "To tell A prize 1 June 2026",
        "What they want": "What they want a lecture in Lagos",
        "To ask": "To ask How deep? asked on 1 June 2026 Why water?",
        "To offer": "To offer The panel plots",
    }.items():
        assert said in found.section(heading)
    assert found.section("Their news") == "Their news Her book 2 June 2026"
    assert found.section("Where they can help you") == "Where they can help you The grant"
    assert found.section("Notes") == "Notes"


def test_of_much_it_says_little_and_how_much_it_left_out(notes: Writer) -> None:
    questions = ", ".join(f"Why {number}?" for number in range(9))
    notes.write({"mentors/p": f"---\nquestions: [{questions}]\n---\n"})
    said = page(site_of(notes.root), "people/p/prep/").section("To ask")
    assert said == "To ask Why 0? Why 1? Why 2? Why 3? and 5 more"


def test_a_first_meeting_can_be_prepared_too(notes: Writer) -> None:
    notes.write({"people/p": ""})
    found = page(site_of(notes.root), "people/p/prep/")
    assert found.section("Last time") == "Last time You have not met or written yet."
    assert found.section("Notes")


def test_those_who_died_have_neither_a_sheet_nor_a_message(notes: Writer) -> None:
    notes.write({"mentors/p": "---\ndied: 2024\n---\n"})
    site = site_of(notes.root)
    assert [address for address in site.addresses() if address.startswith("people/p/")] == [
        "people/p/"
    ]
    assert "Prepare a meeting" not in page(site, "people/p/").text()


def test_a_person_and_their_card_lead_to_the_sheet_and_to_the_message(notes: Writer) -> None:
    site = site_of(notes.write(FILES).root)
    for address in ("people/p/", "reach-out/"):
        root = "../" * address.count("/")
        found = set(page(site, address).addresses())
        assert {f"{root}people/p/prep/index.html", f"{root}people/p/write/index.html"} <= found


def test_neither_is_in_the_navigation(notes: Writer) -> None:
    found = page(site_of(notes.write(FILES).root), "")
    (header,) = [e for e in found.all("header") if e.get("class") == "site"]
    assert "prep" not in " ".join(e.get("href", "") for e in header.iter("a"))


def test_it_names_nothing_private(notes: Writer) -> None:
    hidden = "private: true\n---\n"
    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\n---\n",
            "touchpoints/2026-06-01 secret": "---\npeople: p\nchannel: email\nquestion: secret?\n"
            f"{hidden}- [ ] secret",
            "touchpoints/2026-06-20 secret": "---\npeople: p\nchannel: call\n"
            f"place: secret\n{hidden}",
            "news/2026-06-01-secret": f"---\n{hidden}",
            "news/2026-06-02-secret": f"---\nabout: p\n{hidden}",
            "goals/secret": f"---\npeople: p\n{hidden}",
            "opportunities/secret": f"---\nfor: p\n{hidden}",
        }
    )
    assert "secret" not in site_of(notes.root).page("people/p/prep/").decode()
