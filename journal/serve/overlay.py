"""Adds to a served page what the built one lacks: problems, links to forms, and reloading."""

import re
from typing import NamedTuple
from urllib.parse import urlencode

from journal.serve.credentials import Credentials
from journal.serve.problems import Problem
from journal.serve.reload_channel import Counters
from journal.serve.shown_changes import ShownChange
from journal.serve.state import ServerState
from journal.site.parts.page_context import Link, PageContext

SERVER_PATHS = "/-/"  # below it are addresses of the server, not of the site
_MAIN = re.compile(rb"<main\b")
_MOST = 3  # problems on a page


class ShownProblem(NamedTuple):
    """A problem as a page shows it; `place` links to the editor."""

    place: Link
    message: str
    hint: str


class Overlay(NamedTuple):
    """The content of `serving/overlay.html`; `undo` is where what was said can be taken back."""

    said: str
    changes: tuple[ShownChange, ...]
    undo: str
    problems: tuple[ShownProblem, ...]
    more: int
    actions: tuple[Link, ...]


def add_overlay(state: ServerState, credentials: Credentials, address: str, html: bytes) -> bytes:
    """Return the page at an address with the overlay, and otherwise unchanged."""
    overlay = _overlay(state, address)
    made = state.templates.shipped.macro("serving/overlay.html", "overlay", overlay)
    head, end, rest = html.partition(b"</head>")
    html = head + _head(state.counters, credentials) + end + rest if end else html
    found = _MAIN.search(html)
    place = found.start() if found else len(html)
    return html[:place] + made.encode() + html[place:]


def add_form_script(credentials: Credentials, html: bytes) -> bytes:
    """Return the page of a form with the script that sends it to this server only."""
    head, end, rest = html.partition(b"</head>")
    script = f'<script src="{SERVER_PATHS}form.js" defer></script>\n'.encode()
    return head + _proof(credentials) + script + end + rest


def _head(counters: Counters, credentials: Credentials) -> bytes:
    style = f'<link rel="stylesheet" href="{SERVER_PATHS}live.css">\n'.encode()
    data = f'data-page="{counters.page}" data-style="{counters.style}"'
    script = f'<script src="{SERVER_PATHS}live.js" {data} defer></script>\n'.encode()
    return style + _proof(credentials) + script


def _proof(credentials: Credentials) -> bytes:
    data = f'data-run="{credentials.run_id}" data-proof="{credentials.proof_key}"'
    return f'<script src="{SERVER_PATHS}proof.js" {data} defer></script>\n'.encode()


def _overlay(state: ServerState, address: str) -> Overlay:
    page = state.site.context("")
    problems = tuple(_shown(page, problem) for problem in state.problems)
    person = state.site.data.people_at.get(address)
    who = f"?{urlencode({'who': person.id})}" if person else ""
    log, snooze = f"{SERVER_PATHS}log{who}", f"{SERVER_PATHS}snooze{who}"
    actions = (
        Link("Log a touchpoint", log),
        Link("Snooze until …", snooze),
        Link("Tick a promise", f"{SERVER_PATHS}promise"),
    )
    undo = f"{SERVER_PATHS}undo" if state.said and state.may_undo else ""
    said, changes = state.said, state.changes
    state.tell("", (), may_undo=False)
    more = max(0, len(problems) - _MOST)
    return Overlay(said, changes, undo, problems[:_MOST], more, actions)


def _shown(page: PageContext, problem: Problem) -> ShownProblem:
    href = page.editor_href_at(problem.path, problem.line) if problem.path else ""
    return ShownProblem(Link(problem.location, href), problem.message, problem.hint)
