"""The draft of a message: four talking points, each made only where there is something."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.advice.index import AdviceIndex
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.site.parts.message_draft import Draft, draft, mailto
from journal.site.templates import templates_of
from tests.support.journal import Writer

ME = {"journal.toml": '[me]\nname = "Noor"\n'}


def _draft(notes: Writer, person: str = "mentors/p") -> Draft:
    journal = notes.journal()
    found = journal.person(person)
    assert found
    said = talking_points(AdviceIndex(journal), Relationship(journal, found))
    return draft(journal, found, said, templates_of(notes.root))


def test_with_nothing_to_say_it_says_hello(notes: Writer) -> None:
    notes.write({**ME, "mentors/p": "---\ntitle: Petra\n---\n"})
    assert _draft(notes) == Draft(
        "A quick hello",
        "Hello Petra,\n\nI was thinking of you, and wanted to say hello.\n\nBest wishes,\nNoor\n",
    )


def test_each_slot_is_a_paragraph_and_only_the_first_of_each_is_said(notes: Writer) -> None:
    notes.write(
        {
            **ME,
            "mentors/p": "---\naddress_as: Professor P\ntone: formal\n"
            "questions: [Why?, How?]\n---\n",
            "news/2026-06-01-a": "---\ntitle: Older\n---\n",
            "news/2026-06-02-b": "---\ntitle: A paper & a prize\nlink: https://example.org\n---\n",
            "news/2026-06-03-c": "---\ntitle: Your book\nabout: p\n---\n",
            "opportunities/o": "---\ntitle: The panel\nfor: p\ndeadline: 2026-08-01\n---\n",
        }
    )
    assert _draft(notes) == Draft(
        "A paper & a prize",
        "Dear Professor P,\n\n"
        "I heard the news, “Your book”: congratulations!\n\n"
        "News from me: A paper & a prize. https://example.org\n\n"
        "Something that may be of use to you: The panel (until 1 August 2026).\n\n"
        "A quick question: Why?\n\n"
        "With kind regards,\nNoor\n",
    )


@pytest.mark.parametrize(
    ("tone", "greeting", "closing"),
    [
        ("formal", "Dear P,", "With kind regards,"),
        ("neutral", "Hello P,", "Best wishes,"),
        ("informal", "Hi P,", "All the best,"),
    ],
)
def test_it_greets_and_closes_in_their_tone(
    notes: Writer, tone: str, greeting: str, closing: str
) -> None:
    notes.write({**ME, "mentors/p": f"---\ntone: {tone}\n---\n"})
    lines = _draft(notes).text.split("\n")
    assert (lines[0], lines[-3]) == (greeting, closing)


def test_somebody_who_is_not_in_the_list_gets_a_draft_too(notes: Writer) -> None:
    notes.write({"people/p": "", "news/2026-06-01-a": "---\ntitle: A prize\n---\n"})
    assert notes.advice().of("people/p") is None
    assert _draft(notes, "people/p").text.startswith("Hello P,\n\nNews from me: A prize.")


def test_ones_own_template_is_used_with_or_without_a_subject(notes: Writer) -> None:
    notes.write({"mentors/p": "", "templates/draft.txt": "Moin {{ message.name }} <3\n"})
    assert _draft(notes) == Draft("", "Moin P <3\n")


def test_an_address_for_mail_programs_is_percent_encoded() -> None:
    found = mailto(Draft("a&b=c?", "Zoë,\n\nhello + 1\n"), "p+q@example.org")
    assert found == (
        "mailto:p%2Bq@example.org?subject=a%26b%3Dc%3F"
        "&body=Zo%C3%AB%2C%0D%0A%0D%0Ahello%20%2B%201%0D%0A"
    )


@given(st.text())
def test_no_address_adds_a_field_of_its_own(address: str) -> None:
    found = mailto(Draft("s", ""), address)
    assert found == f"mailto:{quote(address.strip(), safe='@')}?subject=s"
