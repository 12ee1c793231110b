"""A message put together from what there is to say. Today is 15 June 2026."""

import shlex
from urllib.parse import parse_qs, urlsplit

from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of

FILES = {
    "journal.toml": '[me]\nname = "Noor"\n',
    "mentors/p": "---\ntitle: Petra\nemail: p@example.org\nprefers: email\ntone: informal\n"
    "questions: [Which bridge is the loudest?, Why?]\n---\n",
    "news/2026-06-01-a": "---\ntitle: A prize\n---\n",
    "news/2026-06-02-b": "---\ntitle: A paper\n---\n",
    "opportunities/o": "---\ntitle: The panel\nfor: p\n---\n",
}  # fmt: skip
FIRST = "Hi Petra,\n\nNews from me: A paper.\n\nAll the best,\nNoor\n"


def written(notes: Writer, files: dict[str, str] | None = None) -> Parsed:
    notes.write(FILES if files is None else files)
    return page(site_of(notes.root), "people/p/write/")


def raw(found: Parsed, name: str) -> str:
    return "".join(found.by_id(name).itertext())


def test_one_thing_is_enough_and_what_else_there_is_stands_beside_it(notes: Writer) -> None:
    found = written(notes)
    assert raw(found, "message") == FIRST
    assert raw(found, "subject") == "A paper"
    assert {key: raw(found, f"say-{key}") for key in ("news", "offer", "question")} == {
        "news": "News from me: A paper.",
        "offer": "Something that may be of use to you: The panel.",
        "question": "A quick question: Which bridge is the loudest?",
    }
    boxes = [e for e in found.all("input") if e.get("type") == "checkbox"]
    assert [(box.get("data-slot"), box.get("hidden"), box.get("checked")) for box in boxes] == [
        ("news", "", ""), ("offer", "", None), ("question", "", None),
    ]  # fmt: skip


def test_where_a_reason_has_words_nothing_else_is_ticked(notes: Writer) -> None:
    letter = "---\npeople: p\nchannel: email\ndirection: in\n---\nHow is it going?\n"
    found = written(notes, {**FILES, "touchpoints/2026-06-10 a": letter})
    assert raw(found, "subject") == "Your message of 10 June 2026"
    assert raw(found, "message") == (
        "Hi Petra,\n\nThank you for your message of 10 June 2026. You wrote: “How is it going?”"
        "\n\nAll the best,\nNoor\n"
    )
    assert [box for box in found.all("input") if box.get("checked") is not None] == []
    line = "journal log Petra --channel email --kind reply -m '…'"
    assert raw(found, "log") == line


def test_their_news_that_led_here_are_chosen_before_newer_news(notes: Writer) -> None:
    theirs = {
        f"news/2026-06-0{day}-{name}": f"---\ntitle: {name}\nabout: p\n---\n"
        for day, name in ((3, "Elder"), (5, "Newer"))
    }
    mail = "---\npeople: p\nchannel: email\n---\n"
    found = written(notes, {**FILES, **theirs, "touchpoints/2026-06-10 a": mail})
    assert "“Elder”: congratulations!" in raw(found, "message")
    assert "--kind congratulation --about news/2026-06-03-Elder -m" in raw(found, "log")


def test_it_says_what_else_there_is_and_what_there_is_not(notes: Writer) -> None:
    found = written(notes)
    assert "Or: A prize" in found.text()
    assert "Or: Why?" in found.text()
    assert "No news of theirs to speak of." in found.text()


def test_it_says_how_long_the_question_takes_and_when_that_is_long(notes: Writer) -> None:
    found = written(notes)
    assert "takes them about 20 seconds" in found.text()
    assert "keep it for a talk" not in found.text()
    notes.write({"mentors/p": "---\nquestions: [Why water?]\n---\n"})
    assert "takes them about 49 seconds more than half a minute: keep it for a talk" in (
        written(notes, {}).text()
    )


def test_there_is_a_message_for_every_choice(notes: Writer) -> None:
    found = written(notes)
    parts = [e for e in found.all("div") if e.get("data-said") is not None]
    made = {str(part.get("data-said")): part for part in parts}
    assert list(made) == [
        "news offer question", "news offer", "news question", "news", "offer question", "offer",
        "question", "",
    ]  # fmt: skip
    assert "".join(made["offer"][1].itertext()) == (
        "Hi Petra,\n\nSomething that may be of use to you: The panel.\n\nAll the best,\nNoor\n"
    )
    assert "I was thinking of you" in "".join(made[""][1].itertext())


def test_the_address_opens_the_message(notes: Writer) -> None:
    address = urlsplit(str(written(notes).by_id("mail").get("href")))
    assert address.path == "p@example.org"
    assert parse_qs(address.query) == {
        "subject": ["A paper"],
        "body": [FIRST.replace("\n", "\r\n")],
    }


def test_without_an_e_mail_address_there_is_nothing_to_open(notes: Writer) -> None:
    found = written(notes, {"people/p": "---\nphone: '123'\n---\n"})
    assert "mail" not in found.ids


def test_the_line_for_afterwards_notes_what_was_told_and_asked(notes: Writer) -> None:
    assert shlex.split(raw(written(notes), "log")) == [
        "journal", "log", "Petra", "--channel", "email", "--about", "news/2026-06-02-b", "-m", "…",
    ]  # fmt: skip
    whole = next(part for part in written(notes).all("div") if part.get("data-said") is not None)
    assert shlex.split("".join(whole[2].itertext()))[5:] == [
        "--about", "news/2026-06-02-b", "--about", "opportunities/o",
        "--question=Which bridge is the loudest?", "-m", "…",
    ]  # fmt: skip


def test_ones_own_template_is_used(notes: Writer) -> None:
    notes.write({"templates/draft.txt": "Moin {{ message.name }}\n"})
    found = written(notes)
    assert raw(found, "message") == "Moin Petra\n"
    assert raw(found, "say-news") == "A paper"


def test_somebody_outside_the_list_can_be_written_to(notes: Writer) -> None:
    found = written(notes, {"people/p": "", "news/2026-06-01-a": "---\ntitle: A prize\n---\n"})
    assert "News from me: A prize." in raw(found, "message")


def test_what_is_typed_is_shown_as_typed(notes: Writer) -> None:
    found = written(notes, {"mentors/p": "---\nquestions: ['<b>{{ x }}</b>?']\n---\n"})
    assert "<b>{{ x }}</b>?" in raw(found, "message")
    assert found.all("b") == []


def test_it_tells_nothing_private(notes: Writer) -> None:
    hidden = "private: true\n---\n"
    files = {
        "people/p": "",
        "news/2026-06-01-secret": f"---\n{hidden}",
        "news/2026-06-02-secret": f"---\nabout: p\n{hidden}",
        "opportunities/secret": f"---\nfor: p\n{hidden}",
    }
    assert "secret" not in written(notes, files).html
