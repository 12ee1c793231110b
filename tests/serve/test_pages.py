"""What is served: the site as a build would make it, from the notes as they are now."""

import http.client
import re
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.reading.folder import open_cache
from journal.serve.state import ServerState
from journal.site.parts.site_data import SiteOptions
from tests.support.built_sites import DAY, build_sample
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.served_pages import without_additions
from tests.support.server import Server, Start

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal, built."""
    return build_sample(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def server(start_for_module: Start, built: Path) -> Server:
    """A server of the same journal on the same day."""
    return start_for_module(built.parent, "--today", DAY)


def test_every_page_and_file_is_the_build_s_byte_for_byte_but_for_links_to_forms(
    built: Path, server: Server
) -> None:
    files = [path for path in sorted(built.rglob("*")) if path.is_file()]
    files = [path for path in files if not path.name.startswith(".")]
    assert len(files) > 100
    for path in files:
        name = path.relative_to(built).as_posix()
        found = server.get(f"/{name}")
        assert found.status == 200, name
        body = without_additions(found.body) if name.endswith(".html") else found.body
        assert body == path.read_bytes(), name


def test_pages_and_files_say_what_they_are(server: Server) -> None:
    kinds = {
        "/": "text/html; charset=utf-8",
        "/static/journal.css": "text/css; charset=utf-8",
        "/static/journal.js": "text/javascript; charset=utf-8",
        "/static/icon.svg": "image/svg+xml",
        "/journal.json": "application/json",
        "/reminders.ics": "text/calendar; charset=utf-8",
    }
    for path, kind in kinds.items():
        assert server.get(path).header("content-type") == kind, path


def test_what_a_browser_might_run_is_text(notes: Writer, start: Start) -> None:
    notes.write(
        {
            "mentors/p": "[[evil.html]] [paper](paper.pdf) ![[evil.html]] ![[x.js]]\n",
            "content/mentors/evil.html": "<script src=x.js></script>",
            "content/mentors/x.js": "alert(1)",
            "content/mentors/paper.pdf": b"%PDF-1.4",
        }
    )
    server = start(notes.root)
    page = server.page("/people/p/")
    names = sorted(set(re.findall(r'files/([^"]+)', page)))
    assert names == ["mentors/evil.html.txt", "mentors/paper.pdf", "mentors/x.js.txt"]
    kinds = [server.get(f"/files/{name}").header("content-type") for name in names]
    text = "text/plain; charset=utf-8"
    assert kinds == [text, "application/pdf", text]


def test_the_build_s_folder_is_neither_read_nor_written(tmp_path: Path, start: Start) -> None:
    site = build_sample(tmp_path)
    page = site / "index.html"
    page.write_text("not this")
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    server = start(tmp_path, "--today", DAY)
    assert "not this" not in server.page("/")
    server.stop()
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_private_notes_and_drafts_are_served_only_where_asked_for(
    notes: Writer, start: Start
) -> None:
    notes.write({"mentors/seen": "", "mentors/secret": "---\nprivate: true\n---\n"})
    notes.write({"mentors/unfinished": "---\ndraft: true\n---\n"})
    plain = start(notes.root)
    assert "secret" not in plain.page("/people/")
    assert plain.get("/people/secret/").status == 404
    assert plain.get("/people/unfinished/").status == 404
    assert "secret" not in plain.page("/-/log")
    assert plain.get("/-/log?who=mentors/secret").text.count("secret") == 0
    both = start(notes.root, "--private", "--drafts")
    assert both.get("/people/secret/").status == 200
    assert both.get("/people/unfinished/").status == 200


def test_two_servers_and_a_build_work_on_one_journal(notes: Writer, start: Start) -> None:
    notes.write({"mentors/p": "One.\n"})
    first, second = start(notes.root), start(notes.root)
    assert first.port != second.port
    notes.write({"mentors/p": "Two.\n"})
    assert run(notes.root, "build").status == 0
    first.sees("/people/p/", "Two.")
    second.sees("/people/p/", "Two.")
    notes.write({"mentors/p": "Three.\n"})
    first.sees("/people/p/", "Three.")
    second.sees("/people/p/", "Three.")
    assert run(notes.root, "build").status == 0
    assert "Three." in (notes.root / "site" / "people" / "p" / "index.html").read_text()
    first.stop()
    second.stop()
    assert "Nothing has changed" in run(notes.root, "build").out


def test_at_midnight_the_advice_is_worked_out_anew(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nsince: 2020-01-01\nnext: 2026-06-16\n---\n"})
    days = [date(2026, 6, 15)]
    cache = open_cache(notes.root)
    try:
        state = ServerState(SiteOptions(notes.root), cache, lambda _: days[0])
        before = state.counters
        assert not state.refresh()
        days[0] += timedelta(days=1)
        assert state.is_another_day
        assert state.refresh()
        assert state.counters.page == before.page + 1
        assert state.site.data.today == date(2026, 6, 16)
        assert b'datetime="2026-06-16"' in state.site.page("")
        assert not state.refresh()
    finally:
        cache.close()


def test_nothing_is_worked_out_before_it_is_asked_for(notes: Writer) -> None:
    notes.write({"mentors/p": ""})
    cache = open_cache(notes.root)
    try:
        state = ServerState(SiteOptions(notes.root), cache, lambda _: date(2026, 6, 15))
        assert (state.site.data._advice, state.site.data._found) == (None, None)
    finally:
        cache.close()


def test_connections_are_kept_and_taken_up_again(notes: Writer, start: Start) -> None:
    server = start(notes.root)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    for path in ("/", "/people/", "/static/journal.css", "/"):
        connection.request("GET", path, headers=server.cookie)
        assert connection.getresponse().read()
    connection.close()


def test_help_imports_no_server() -> None:
    script = (
        "import sys; from journal.cli import main; main(['--help']);"
        "found = {name.partition('.')[0] for name in sys.modules};"
        "assert not {'starlette', 'uvicorn', 'watchdog'} & found"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


def test_idle_it_takes_next_to_no_time(tmp_path: Path, start: Start) -> None:
    build_sample(tmp_path)
    server = start(tmp_path, "--today", DAY)
    server.page("/")
    time.sleep(2)
    began = _processor_time(server)
    time.sleep(5)
    assert (_processor_time(server) - began) / 5 < 0.03, "of one processor"


def _processor_time(server: Server) -> float:
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def test_what_was_read_is_kept_for_the_next_start(notes: Writer, start: Start) -> None:
    notes.write({"mentors/p": "One.\n"})
    server = start(notes.root)
    notes.write({"mentors/p": "Two.\n"})
    server.sees("/people/p/", "Two.")
    time.sleep(0.1)
    server.stop()
    cache = open_cache(notes.root)
    try:
        assert "Two." in cache.bodies()["mentors/p.md"]
    finally:
        cache.close()
    assert (notes.root / "content/mentors/p.md").read_text() == "Two.\n"
