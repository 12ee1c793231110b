"""The draft of a message: four talking points, each made only where there is something."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.advice.index import AdviceIndex
from journal.advice.recommendations import advise_on
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.site.parts.message_draft import Draft, draft, mailto
from journal.site.parts.message_opening import Said, one_thing
from journal.site.templates import templates_of
from tests.support.journal import Writer

ME = {"journal.toml": '[me]\nname = "Noor"\n'}


def _draft(notes: Writer, person: str = "mentors/p") -> Draft:
    """The draft with one of each, but for the reason."""
    journal = notes.journal()
    found = journal.person(person)
    assert found
    points = talking_points(AdviceIndex(journal), Relationship(journal, found))
    return draft(journal, found, Said(None, points), templates_of(notes.root))


def _one_thing(notes: Writer) -> Draft:
    """The draft with the one thing that is enough."""
    journal = notes.journal()
    found, index = journal.person("mentors/p"), AdviceIndex(journal)
    assert found
    points = talking_points(index, Relationship(journal, found))
    said = one_thing(journal, advise_on(index, found), points, lambda _: "<p>How is it going?</p>")
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


KNOWN = "---\ntitle: Petra\nprefers: email\nphase: waiting\n{}---\n"
MAIL = "---\npeople: p\nchannel: email\n{}---\n{}"
MAY = {"touchpoints/2026-05-20 m": MAIL.format("", "")}
NEWS = {"news/2026-06-01-a": "---\ntitle: A prize\n---\n"}


@pytest.mark.parametrize(
    ("files", "subject", "text"),
    [
        (
            {"touchpoints/2026-06-10 l": MAIL.format("direction: in\n", "")},
            "Your message of 10 June 2026",
            "Thank you for your message of 10 June 2026. You wrote: “How is it going?”",
        ),
        (
            {"touchpoints/2026-05-01 t": MAIL.format("", "- [ ] the plots 📅 2026-06-01\n")},
            "As promised",
            "I promised you something, and have not forgotten it: the plots",
        ),
        (
            {
                "touchpoints/2026-05-30 t": MAIL.format(
                    "followup_on: 2026-06-14\nquestion: Which bridge?\n", ""
                )
            },
            "Coming back to something",
            "On 30 May 2026 I asked you: “Which bridge?” May I take that up again?",
        ),
        (
            {"touchpoints/2026-06-30 t": "---\npeople: p\nchannel: video\n---\n"},
            "Video call on 30 June 2026",
            "I am looking forward to our video call on 30 June 2026.",
        ),
        (
            {
                "mentors/p": KNOWN.format("city: Lisbon\n"),
                "trips/t": "---\ncity: Lisbon\nstart: 2026-07-01\nend: 2026-07-03\n---\n",
            },
            "In Lisbon from 1 July 2026 to 3 July 2026",
            "I will be in Lisbon from 1 July 2026 to 3 July 2026. Shall we meet?",
        ),
        (
            {
                "journal.toml": '[me]\nname = "Noor"\ncity = "Porto"\n',
                "trips/t": "---\nwho: p\ncity: Porto\nstart: 2026-07-01\n---\n",
            },
            "In Porto on 1 July 2026",
            "I hear that you will be in Porto on 1 July 2026. Shall we meet?",
        ),
        (
            {"mentors/p": KNOWN.format("birthday: 06-20\n")},
            "Happy birthday",
            "Happy birthday, and all the best for the year to come!",
        ),
        (
            {"mentors/p": KNOWN.format("since: 2016-06-20\n")},
            "An anniversary",
            "On 20 June 2026 it is 10 years since we began. Thank you for them!",
        ),
        (
            {"mentors/p": KNOWN.format("review_on: 2026-06-10\n")},
            "What we agreed",
            "Shall we go over what we agreed? When would it suit you?",
        ),
        (
            {"news/2026-06-02-b": "---\ntitle: Your book\nabout: p\n---\n"},
            "Congratulations",
            "I heard the news, “Your book”: congratulations!",
        ),
        (
            {"opportunities/o": "---\ntitle: The panel\nfor: p\ndeadline: 2026-07-01\n---\n"},
            "The panel",
            "Something that may be of use to you: The panel (until 1 July 2026).",
        ),
        ({}, "A prize", "News from me: A prize."),
        (
            {"touchpoints/2026-06-30 t": "---\npeople: p\nchannel: email\n---\n"},
            "A prize",
            "News from me: A prize.",
        ),
    ],
)
def test_the_reason_comes_first_and_one_thing_is_enough(
    notes: Writer, files: dict[str, str], subject: str, text: str
) -> None:
    notes.write({**ME, "mentors/p": KNOWN.format(""), **MAY, **NEWS, **files})
    body = f"Hello Petra,\n\n{text}\n\nBest wishes,\nNoor\n"
    assert _one_thing(notes) == Draft(subject, body)


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
