"""What the local server answers has no word of a private note, unless it was asked for."""

import re
import time
from urllib.parse import urlencode

import pytest

from tests.support.journal import Writer
from tests.support.private_links import MARKER, PRIVATE, in_bodies, private_notes
from tests.support.server import Server, Start

pytestmark = pytest.mark.long

ANN = "---\nsince: 2015-03-01\nprefers: email\nemail: a@example.org\n---\n"
WHO = {"who": "mentors/ann", "channel": "email", "text": "Hello"}
#: What somebody might type into the form, to find out what there is.
TYPED = (
    {"about": "zqxnew"}, {"about": "Zqxheadin"}, {"about": "zqxgoal"},
    {"who": "mentors/zqxmentor-quill"}, {"who": "zqxalias q"}, {"about": "goals/zqx-goal"},
)  # fmt: skip


@pytest.fixture(scope="module")
def shared(
    start_for_module: Start, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Server, Writer]:
    """A server of a journal in which much is private, and its writer."""
    notes = Writer(tmp_path_factory.mktemp("private"))
    bodies = list(in_bodies())[::9]
    linking = {
        f"touchpoints/2026-06-{1 + n % 28:02} {n}": f"---\npeople: ann\nchannel: email\n---\n{body}"
        for n, body in enumerate(bodies)
    }
    return start_for_module(
        notes.write(private_notes() | linking | {"mentors/ann": ANN}).root
    ), notes


def said(text: str) -> list[str]:
    """The words around each marker, but for those that were typed into a form and come back."""
    typed = re.sub(r'value="[^"]*"|(?<=>)[^<]*(?=</textarea>)|“[^”]*” is no note', "", text)
    return re.findall(rf".{{0,40}}{MARKER}.{{0,20}}", typed, re.IGNORECASE)


def addresses(server: Server) -> set[str]:
    """Every address that pages lead to, from the first one on."""
    found, ahead = {"/"}, ["/"]
    while ahead:
        at = ahead.pop()
        for address in re.findall(r'(?:href|src)="([^"#?]+)', server.page(at)):
            path = _absolute(at, address)
            if path.startswith("/") and path not in found:
                found.add(path)
                ahead += [path] if path.endswith(("/", ".html")) else []
    assert found >= {f"/{page}/index.html" for page in ("people/ann", "check", "goals")}
    return found


def _absolute(at: str, address: str) -> str:
    if ":" in address:
        return ""
    parts = at.split("/")[:-1]
    for part in address.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return address if address.startswith("/") else "/".join(parts)


def test_no_page_file_or_feed_names_one(shared: tuple[Server, Writer]) -> None:
    server, _ = shared
    for address in sorted(addresses(server) | {"/journal.json", "/reminders.ics", "/-/log"}):
        assert said(server.get(address).body.decode("utf-8", "replace")) == [], address


@pytest.mark.parametrize("fields", TYPED, ids=str)
def test_no_form_answers_with_what_is_private(
    shared: tuple[Server, Writer], fields: dict[str, str]
) -> None:
    server, _ = shared
    seal = re.search(r'name="form_token" value="([0-9a-f]{64})"', server.page("/-/log"))
    assert seal
    found = server.post("/-/log", urlencode({"form_token": seal[1], **WHO, **fields}))
    assert found.status == 422
    assert said(found.text) == []


@pytest.mark.parametrize("note", ["goals/zqxgoal", "touchpoints/2026-05-01 Zqxtouch talk"])
def test_a_private_note_that_breaks_is_not_named(shared: tuple[Server, Writer], note: str) -> None:
    server, notes = shared
    notes.write({note: f"---\nprivate: true\n{PRIVATE[note]}\nmet: a: b: c\n---\nZqxbroken"})
    server.sees("/", "banner")
    time.sleep(0.3)
    for address in ("/", "/check/", "/people/ann/", "/reach-out/", "/goals/"):
        assert said(server.page(address)) == [], address
    notes.write(private_notes())
    server.sees("/", "banner", there=False)
