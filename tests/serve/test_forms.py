"""The form for a contact: it becomes a note as `journal log` makes it. Forms are ours alone."""

import re
import shutil
from collections.abc import Mapping
from urllib.parse import urlencode

import pytest

from journal.serve.verb_forms import VERBS
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.server import Answer, Server, Start

SELF = "form-action 'self'"


@pytest.fixture(scope="module")
def shared(
    start_for_module: Start, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Server, Writer]:
    """A server of a journal with two mentors, and its writer."""
    notes = Writer(tmp_path_factory.mktemp("forms"))
    notes.write(
        {
            "mentors/amara-okoye": "---\ntitle: Amara Okoye\nprefers: email\n---\n",
            "mentors/jonas-weber": "---\ntitle: Jonas Weber\nsnooze_until: 2026-07-01\n---\n",
            "people/taro": "---\ntitle: Tarō Yamada\n---\n",
            "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
            "news/2026-06-02-paper": "---\ntitle: A paper\n---\n",
            "journal.toml": '[editor]\nurl = "vscode://file/{path}:{line}"\n',
        }
    )
    return start_for_module(notes.root), notes


@pytest.fixture
def notes(shared: tuple[Server, Writer]) -> Writer:
    """The writer, without any touchpoint."""
    shutil.rmtree(shared[1].root / "content" / "touchpoints", ignore_errors=True)
    return shared[1]


@pytest.fixture
def server(shared: tuple[Server, Writer], notes: Writer) -> Server:
    """The server."""
    return shared[0]


def seal(server: Server, path: str = "/-/log") -> str:
    """What the form carries."""
    found = re.search(r'name="form_token" value="([0-9a-f]{64})"', server.page(path))
    assert found
    return found[1]


def send(server: Server, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
    """Send a form as its page does."""
    return server.post(path, urlencode({"form_token": seal(server, path), **fields}), **headers)


def touchpoints(notes: Writer, pattern: str = "**/*") -> list[str]:
    """The touchpoints that there are, relative to content/."""
    content = notes.root / "content"
    return sorted(p.relative_to(content).as_posix() for p in content.glob(f"touchpoints/{pattern}"))


WHO = {"who": "mentors/amara-okoye"}


def test_a_contact_becomes_the_note_that_the_command_writes(server: Server, notes: Writer) -> None:
    text = "Told her: “the paper is out”.\r\n\r\n- [ ] send it\r\n"
    fields = {**WHO, "channel": "call", "on": "yesterday", "kind": "update", "text": text}
    found = send(server, "/-/log", fields)
    assert found.status == 303, found.text
    assert as_the_command(
        notes, "--channel", "call", "--on", "yesterday", "--kind", "update",
        "-m", text.replace("\r\n", "\n"),
    )  # fmt: skip
    assert "Call with Amara Okoye, yesterday. Next: by" in server.page("/")
    assert "Call with Amara Okoye, yesterday. Next: by" not in server.page("/")


def test_everything_that_the_command_can_say_the_form_can(server: Server, notes: Writer) -> None:
    fields = {
        **WHO, "with": "Jonas Weber", "channel": "in-person", "direction": "in", "on": "12.6.2026",
        "time": "3pm", "place": "Porto", "minutes": "45", "kind": "meeting",
        "about": "A prize\r\nA paper\r\n", "got": "advice: heat the joint\r\nan idea",
        "gave": "time: an hour", "question": "Which bridge?", "followup": "2w", "title": "Lunch",
    }  # fmt: skip
    found = send(server, "/-/log", fields)
    assert found.status == 303, found.text
    assert as_the_command(
        notes, "Jonas Weber", "--channel", "in-person", "--direction", "in", "--on", "12.6.2026",
        "--time", "3pm", "--place", "Porto", "--minutes", "45", "--kind", "meeting",
        "--about", "A prize", "--about", "A paper", "--got", "advice: heat the joint",
        "--got", "an idea", "--gave", "time: an hour", "--question", "Which bridge?",
        "--followup", "2w", "--title", "Lunch",
    )  # fmt: skip


def as_the_command(notes: Writer, *args: str) -> bool:
    """Whether `journal log` writes what the form has written, under the same name."""
    [path] = touchpoints(notes, "**/*.md")
    file = notes.root / "content" / path
    made = file.read_text()
    file.unlink()
    ran = run(notes.root, "log", "Amara Okoye", *args)
    assert ran.out.strip() == f"content/{path}", ran.err
    return file.read_text() == made


def test_a_day_ahead_is_a_plan(server: Server, notes: Writer) -> None:
    assert send(server, "/-/log", {**WHO, "on": "in 3 weeks", "channel": "call"}).status == 303
    [path] = touchpoints(notes, "**/*.md")
    assert "state: planned\n" in (notes.root / "content" / path).read_text()
    assert "Call with Amara Okoye, planned for 6 July." in server.page("/")


def test_a_private_contact_is_written_and_leads_to_the_person(
    server: Server, notes: Writer
) -> None:
    found = send(server, "/-/log", {**WHO, "private": "true", "text": "Between us."})
    assert (found.status, found.header("location")) == (303, "/people/amara-okoye/index.html")
    [path] = touchpoints(notes, "**/*.md")
    assert "private: true\n" in (notes.root / "content" / path).read_text()


def test_how_it_was_is_asked_where_it_is_not_known(server: Server, notes: Writer) -> None:
    found = send(server, "/-/log", {"who": "mentors/jonas-weber", "text": "Kept."})
    assert found.status == 422
    assert "Say how it was" in found.text
    assert "Kept." in found.text
    assert not touchpoints(notes)


def test_the_same_contact_asks_before_it_is_written_once_more(
    server: Server, notes: Writer
) -> None:
    fields = {**WHO, "text": "Told her."}
    assert 'name="again"' not in server.page("/-/log")
    assert send(server, "/-/log", fields).status == 303
    found = send(server, "/-/log", fields)
    assert found.status == 422
    assert "is written down already" in found.text
    assert 'name="again"' in found.text
    assert len(touchpoints(notes, "**/*.md")) == 1
    assert send(server, "/-/log", {**fields, "again": "yes"}).status == 303
    assert len(touchpoints(notes, "**/*.md")) == 2


def test_a_month_alone_is_the_last_contact_that_is_known(server: Server, notes: Writer) -> None:
    path = notes.root / "content/people/taro.md"
    before = path.read_text()
    try:
        found = send(server, "/-/log", {"who": "people/taro", "on": "2024-05"})
        assert (found.status, found.header("location")) == (303, "/people/taro/index.html")
        assert "last_contact: 2024-05\n" in path.read_text()
        assert "Last contact with Tarō Yamada: May 2024." in server.page("/")
    finally:
        path.write_text(before)


def test_what_is_named_by_the_address_is_filled_in(server: Server) -> None:
    query = "who=mentors%2Famara-okoye&who=mentors%2Fjonas-weber&about=A+prize&about=A+paper"
    form = server.page(f"/-/log?{query}&question=Why%3F&kind=question")
    assert '<option value="mentors/amara-okoye" selected>' in form
    assert ">\nmentors/jonas-weber</textarea>" in form
    assert ">\nA prize\nA paper</textarea>" in form
    assert 'name="question" value="Why?"' in form
    assert "<details open>" in form


def test_after_it_was_written_it_is_seen(server: Server) -> None:
    found = send(server, "/-/log", {**WHO, "text": "A first word."})
    page = server.get(found.header("location").partition("#")[0])
    assert page.status == 200
    assert "A first word." in page.text


def test_the_form_is_ready_for_whoever_s_page_it_is(server: Server) -> None:
    page = server.page("/people/amara-okoye/")
    assert 'href="/-/log?who=mentors%2Famara-okoye"' in page
    form = server.page("/-/log?who=mentors%2Famara-okoye")
    assert '<option value="mentors/amara-okoye" selected>' in form
    assert 'href="/-/log"' in server.page("/")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose whom"),
        ({"who": "mentors/nobody"}, "Choose whom"),
        ({"who": "../../etc/passwd"}, "Choose whom"),
        ({**WHO, "on": "someday"}, "is no day"),
        ({**WHO, "channel": "smoke"}, "smoke"),
        ({**WHO, "kind": "<b>"}, "&lt;b&gt;"),
        ({**WHO, "about": "nothing at all"}, "is no note"),
        ({**WHO, "with": "zzz"}, "is no person"),
        ({**WHO, "on": "yestreday"}, "did you mean yesterday?"),
        ({**WHO, "time": "25:00"}, "expected a time of day"),
        ({**WHO, "minutes": "long"}, "expected a whole number"),
        ({**WHO, "followup": "yesterday"}, "is before the contact"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    server: Server, notes: Writer, fields: dict[str, str], said: str
) -> None:
    found = send(server, "/-/log", {**fields, "text": "What I typed & <kept>"})
    assert found.status == 422
    assert said in found.text
    assert "What I typed &amp; &lt;kept&gt;" in found.text
    assert not touchpoints(notes)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"},
        {
            "Sec-Fetch-Site": "cross-site",
            "Sec-Fetch-Mode": "navigate",
            "Sec-Fetch-Dest": "document",
        },
        {"Cookie": "journal=x"},
    ],
)
@pytest.mark.parametrize("path", ["/-/log", *(f"/-/{name}" for name in VERBS)])
def test_a_form_from_elsewhere_is_refused(
    server: Server, notes: Writer, path: str, headers: dict[str, str]
) -> None:
    found = send(server, path, {**WHO, "until": "in 2 weeks"}, **headers)
    assert found.status == 403
    assert "Amara" not in found.text
    assert not touchpoints(notes)


def test_a_form_without_an_origin_is_refused(server: Server, notes: Writer) -> None:
    body = urlencode({"form_token": seal(server), **WHO})
    assert server.ask("/-/log", server.cookie, "POST", body).status == 403
    assert not touchpoints(notes)


def test_what_browsers_send_from_a_page_without_referrer_is_taken(server: Server) -> None:
    found = send(server, "/-/log", WHO, Origin="null", **{"Sec-Fetch-Site": "same-origin"})
    assert found.status == 303


@pytest.mark.parametrize("given", ["", "0" * 64, "é"])
def test_a_form_without_its_seal_is_refused(server: Server, notes: Writer, given: str) -> None:
    found = server.post("/-/log", urlencode({**WHO, "form_token": given}))
    assert found.status == 403
    assert not touchpoints(notes)


@pytest.mark.parametrize(
    "body", ["form_token=%ff", "&".join(f"a{n}=1" for n in range(100)), "x" * 300_000]
)
def test_what_is_no_form_is_refused(server: Server, body: str) -> None:
    assert server.post("/-/log", body).status in (400, 403)
    assert server.get("/").status == 200


def test_forms_may_be_sent_from_their_own_pages_alone(server: Server) -> None:
    for path in ("/-/log", *(f"/-/{name}" for name in VERBS)):
        found = server.get(path)
        assert SELF in found.header("content-security-policy")
        assert SELF in found.text
    for path in ("/", "/people/"):
        found = server.get(path)
        assert "form-action 'none'" in found.header("content-security-policy")
        assert SELF not in found.text


def test_forms_do_not_load_themselves_anew(server: Server) -> None:
    assert "/-/live.js" not in server.page("/-/log")
