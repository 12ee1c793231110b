"""Forms that change a line of a note do what the commands do, and each change can be taken back."""

import re
import shutil
from collections.abc import Mapping
from urllib.parse import urlencode

import pytest

from tests.support.journal import Writer
from tests.support.server import Answer, Server, Start

AMARA = "mentors/amara-okoye"
PAST = "touchpoints/2026-06-01 Call"
PLAN = "---\npeople: amara-okoye\nchannel: call\nstate: planned\n---\n"
NOTES = {
    AMARA: "---\ntitle: Amara Okoye\nlast_contact: 2026-01\n---\n",
    PAST: PLAN,
    "touchpoints/2026-05-02 Letter": (
        "---\npeople: amara-okoye\nchannel: letter\n---\n"
        "- [ ] send the plots\n- [ ] tell her of [[prize|The Secret]]\n"
    ),
    "people/sam": "---\ntitle: Sam Secret\nprivate: true\n---\n",
    "news/prize": "---\ndate: 2026-05-01\nprivate: true\n---\n",
}
LETTER = "touchpoints/2026-05-02 Letter"


@pytest.fixture(scope="module")
def shared(
    start_for_module: Start, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Server, Writer]:
    """A server of a journal, and its writer."""
    notes = Writer(tmp_path_factory.mktemp("verbs"))
    notes.write(NOTES)
    return start_for_module(notes.root), notes


@pytest.fixture
def notes(shared: tuple[Server, Writer]) -> Writer:
    """The writer, with the notes as they were."""
    shutil.rmtree(shared[1].root / "content")
    (shared[1].root / "content").mkdir()
    return shared[1].write(NOTES)


@pytest.fixture
def server(shared: tuple[Server, Writer], notes: Writer) -> Server:
    """The server, when it has seen them."""
    shared[0].sees("/-/promise", "send the plots")
    shared[0].sees("/", "Did it happen?")
    return shared[0]


def text(notes: Writer, name: str) -> str:
    return (notes.root / f"content/{name}.md").read_text()


def send(server: Server, verb: str, fields: Mapping[str, str]) -> Answer:
    """Press a button of a form, as its page does."""
    found = re.search(r'name="form_token" value="([0-9a-f]{64})"', server.page(f"/-/{verb}"))
    assert found
    return server.post(f"/-/{verb}", urlencode({"form_token": found[1], **fields}))


def seen(server: Server, answer: Answer) -> str:
    """Return the page that an answer leads to."""
    assert answer.status == 303, answer.text
    return server.page(answer.header("location").partition("#")[0])


def test_a_snooze_is_written_said_and_taken_back(server: Server, notes: Writer) -> None:
    before = text(notes, AMARA)
    page = seen(server, send(server, "snooze", {"who": AMARA, "until": "2 weeks", "do": "snooze"}))
    assert "snooze_until: 2026-06-29\n" in text(notes, AMARA)
    assert "Amara Okoye: snoozed until 29 June 2026." in page
    assert 'href="/-/undo"' in page
    assert 'href="/-/undo"' not in server.page("/")
    page = seen(server, send(server, "undo", {"do": "undo"}))
    assert text(notes, AMARA) == before
    assert "Taken back" in page
    assert 'href="/-/undo"' not in page
    again = send(server, "undo", {"do": "undo"})
    assert again.status == 422
    assert "was taken back already" in again.text


def test_off_suggests_them_again(server: Server, notes: Writer) -> None:
    notes.write({AMARA: "---\nsnooze_until: 2026-07-01\n---\n"})
    seen(server, send(server, "snooze", {"who": AMARA, "do": "off"}))
    assert text(notes, AMARA) == "---\n---\n"


@pytest.mark.parametrize(
    ("verb", "fields", "line", "said"),
    [
        ("pause", {"do": "pause"}, "paused: true", "paused until you take that back."),
        (
            "phase",
            {"do": "phase", "phase": "waiting"},
            "  - 2026-06-15 waiting",
            "waiting from 15 June 2026 on.",
        ),
        (
            "phase",
            {"do": "phase", "phase": "waiting", "on": "2026-05-01"},
            "  - 2026-05-01 waiting",
            "waiting from 1 May 2026 on.",
        ),
        ("end", {"do": "end"}, "until: 2026-06-15", "ended on 15 June 2026; the page stays."),
        ("end", {"do": "end", "on": "yesterday"}, "until: 2026-06-14", "ended on 14 June 2026;"),
    ],
)
def test_what_changes_of_a_person_is_written_shown_and_taken_back(
    server: Server, notes: Writer, verb: str, fields: dict[str, str], line: str, said: str
) -> None:
    page = seen(server, send(server, verb, {"who": AMARA, **fields}))
    after = text(notes, AMARA).split("\n")
    assert line in after
    assert said in page
    assert f'<code dir="auto">content/{AMARA}.md:4</code>' in page
    assert f'<ins dir="auto">{line}</ins>' in page
    page = seen(server, send(server, "undo", {"do": "undo"}))
    assert text(notes, AMARA) == NOTES[AMARA]
    assert f'<del dir="auto">{line}</del>' in page
    assert f'<del dir="auto">{line}</del>' not in server.page("/")


def test_who_is_paused_is_suggested_again(server: Server, notes: Writer) -> None:
    notes.write({AMARA: "---\ntitle: Amara Okoye\npaused: true\n---\n"})
    page = seen(server, send(server, "pause", {"who": AMARA, "do": "off"}))
    assert text(notes, AMARA) == "---\ntitle: Amara Okoye\n---\n"
    assert "is not paused any more." in page


def test_a_new_name_is_written_where_the_old_one_stood(server: Server, notes: Writer) -> None:
    before = {name: text(notes, name) for name in NOTES}
    answer = send(server, "rename", {"who": AMARA, "name": "Amara Obi", "do": "rename"})
    assert answer.header("location") == "/people/amara-obi/index.html"
    page = seen(server, answer)
    assert "title: Amara Obi\n" in text(notes, "mentors/amara-obi")
    assert "people: amara-obi\n" in text(notes, LETTER)
    assert "Amara Okoye is Amara Obi now, and can be found by both names." in page
    assert f"content/{AMARA}.md → content/mentors/amara-obi.md" in page
    assert f'<code dir="auto">content/{LETTER}.md:2</code>' in page
    assert '<ins dir="auto">title: Amara Obi</ins>' in page
    seen(server, send(server, "undo", {"do": "undo"}))
    assert {name: text(notes, name) for name in NOTES} == before
    assert not (notes.root / "content/mentors/amara-obi.md").exists()


def test_a_new_name_says_nothing_of_what_is_private(server: Server, notes: Writer) -> None:
    told = "---\npeople: [amara-okoye, sam]\nchannel: call\n---\n"
    own = "---\nabout: sam\ndate: 2026-05-01\nprivate: true\n---\nBy [[amara-okoye]].\n"
    notes.write({"touchpoints/2026-05-03 Call": told, "news/own": own})
    server.sees("/people/amara-okoye/", "3 May")
    page = seen(server, send(server, "rename", {"who": AMARA, "name": "Amara Obi", "do": "rename"}))
    assert "[amara-obi, sam]" in text(notes, "touchpoints/2026-05-03 Call")
    assert "[[amara-obi" in text(notes, "news/own")
    assert "content/touchpoints/2026-05-03 Call.md:2" in page
    for hidden in ("sam", "Sam", "news/own"):
        assert hidden not in page.replace("same", "")


def test_somebody_private_who_has_the_name_is_not_named(server: Server, notes: Writer) -> None:
    found = send(server, "rename", {"who": AMARA, "name": "Sam Secret", "do": "rename"})
    assert found.status == 422
    assert "people/sam" not in found.text
    assert "Nothing was changed" in found.text
    assert {name: text(notes, name) for name in NOTES} == NOTES


def test_a_person_s_page_leads_to_each_form(server: Server) -> None:
    page = server.page("/people/amara-okoye/")
    for verb in ("snooze", "pause", "phase", "end", "rename"):
        href = f"/-/{verb}?who=mentors%2Famara-okoye"
        assert f'href="{href}"' in page
        assert f'<option value="{AMARA}" selected>' in server.page(href)


def test_for_who_died_there_is_another_name_only(server: Server, notes: Writer) -> None:
    notes.write({AMARA: "---\ntitle: Amara Okoye\ndied: 2026-01\n---\n"})
    server.sees("/people/amara-okoye/", "nothing is suggested any more")
    page = server.page("/people/amara-okoye/")
    assert "another name</a>" in page
    assert "another phase" not in page


def test_what_was_refused_is_said_at_its_field(server: Server) -> None:
    sent = {"who": AMARA, "phase": "waiting", "on": "tomorrow", "do": "phase"}
    page = send(server, "phase", sent).text
    assert re.search(r'name="on" value="tomorrow"[^>]* aria-invalid="true"', page)
    assert re.search(r'aria-describedby="[^"]*\brefused"', page)
    assert re.search(r'role="alert" id="refused">16 June 2026 is ahead', page)
    assert page.count("aria-invalid") == page.count('id="refused"') == 1
    assert " selected>waiting</option>" in page


def test_what_became_of_a_plan_is_asked_with_the_plan_chosen(server: Server) -> None:
    page = server.page("/-/plan?note=touchpoints%2F2026-06-01+Call")
    assert f'<option value="{PAST}" selected>' in page
    assert re.findall(r'<button type="submit" name="do" value="(\w+)"', page) == [
        "yes", "moved", "cancelled",
    ]  # fmt: skip


def test_a_plan_is_asked_about_where_it_matters(server: Server) -> None:
    for path in ("/", "/reach-out/", "/people/amara-okoye/"):
        page = server.page(path)
        assert "Did it happen?" in page
        assert 'href="/-/plan?note=touchpoints%2F2026-06-01+Call"' in page
    assert "/-/plan" not in server.page("/about/")


@pytest.mark.parametrize(("do", "state"), [("yes", "done"), ("cancelled", "cancelled")])
def test_what_became_of_a_plan_is_one_button(
    server: Server, notes: Writer, do: str, state: str
) -> None:
    assert "Call, 1 June 2026" in server.page("/-/plan")
    seen(server, send(server, "plan", {"note": PAST, "do": do}))
    assert text(notes, PAST) == PLAN.replace("planned", state)
    assert "Call, 1 June 2026" not in server.page("/-/plan")


def test_a_plan_is_moved_with_its_file(server: Server, notes: Writer) -> None:
    page = seen(server, send(server, "plan", {"note": PAST, "do": "moved", "day": "2 weeks"}))
    assert "Planned for 29 June 2026: Call." in page
    assert text(notes, "touchpoints/2026-06-29 Call") == PLAN
    assert not (notes.root / f"content/{PAST}.md").exists()


@pytest.mark.parametrize(
    ("do", "box"), [("done", "- [x] send the plots"), ("drop", "- [-] send the plots")]
)
def test_a_promise_is_ticked(server: Server, notes: Writer, do: str, box: str) -> None:
    place = f"content/{LETTER}.md:5"
    href = f"/-/promise?{urlencode({'promise': place})}"
    assert href in server.page("/promises/")
    assert " selected>send the plots" in server.page(href)
    seen(server, send(server, "promise", {"promise": place, "do": do}))
    assert box in text(notes, LETTER)


def test_a_promise_that_links_to_something_private_is_not_offered(
    server: Server, notes: Writer
) -> None:
    assert "Secret" not in server.page("/-/promise")
    assert "tell her" not in server.page("/-/promise")
    place = f"content/{LETTER}.md:6"
    assert send(server, "promise", {"promise": place, "do": "done"}).status == 422
    assert text(notes, LETTER) == NOTES[LETTER]


@pytest.mark.parametrize(
    ("verb", "fields", "said"),
    [
        ("snooze", {"who": AMARA, "until": "yesterday", "do": "snooze"}, "is not ahead"),
        ("snooze", {"who": AMARA, "until": "<i>", "do": "snooze"}, "&lt;i&gt;"),
        ("snooze", {"who": "people/sam", "until": "2w", "do": "snooze"}, "Choose whom"),
        ("snooze", {"who": AMARA, "until": "2w"}, "one of the buttons"),
        ("pause", {"who": "people/sam", "do": "pause"}, "Choose whom"),
        ("phase", {"who": AMARA, "do": "phase"}, "Choose which phase"),
        ("phase", {"who": AMARA, "phase": "<i>", "do": "phase"}, "&lt;i&gt;"),
        ("phase", {"who": AMARA, "phase": "new", "on": "x", "do": "phase"}, "no day"),
        ("end", {"who": AMARA, "on": "tomorrow", "do": "end"}, "is ahead"),
        ("end", {"who": "people/sam", "do": "end"}, "Choose whom"),
        ("rename", {"who": AMARA, "name": " ", "do": "rename"}, "That is no name"),
        ("rename", {"who": "people/sam", "name": "Al", "do": "rename"}, "Choose whom"),
        ("plan", {"note": PAST, "do": "moved"}, "no day"),
        ("plan", {"note": PAST, "do": "yes", "day": "friday"}, "A day is filled in"),
        ("plan", {"note": "../x", "do": "yes"}, "Choose which plan"),
        ("plan", {"note": AMARA, "do": "yes"}, "Choose which plan"),
        ("promise", {"promise": "content/x.md:5", "do": "done"}, "Choose which promise"),
        ("promise", {"do": "done"}, "Choose which promise"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    server: Server, notes: Writer, verb: str, fields: dict[str, str], said: str
) -> None:
    found = send(server, verb, fields)
    assert found.status == 422
    assert said in found.text
    assert {name: text(notes, name) for name in NOTES} == NOTES


def test_a_change_without_the_form_s_seal_is_refused(server: Server, notes: Writer) -> None:
    for token in ("", "0" * 64):
        body = urlencode({"form_token": token, "who": AMARA, "until": "2w", "do": "snooze"})
        assert server.post("/-/snooze", body).status == 403
    assert server.get("/-/snooze?who=x&until=2w&do=snooze").status == 200
    assert text(notes, AMARA) == NOTES[AMARA]
