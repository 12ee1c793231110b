"""What a served page has besides: a line of links, what is wrong now, and the way it reloads."""

import re
from typing import NamedTuple
from urllib.parse import urlencode

from journal.serve.credentials import Keys
from journal.serve.reload_channel import Counters
from journal.serve.state import Live
from journal.site.parts.page_context import Link

OWN = "/-/"  # addresses that are the server's, not the site's
_MAIN = re.compile(rb"<main\b")
_SHOWN = 3  # problems on a page


class Wrong(NamedTuple):
    """A problem as the page says it; `href` opens the editor there."""

    place: Link
    message: str
    hint: str


class Bar(NamedTuple):
    """The context of `serving/bar.html`."""

    wrong: tuple[Wrong, ...]
    more: int
    actions: tuple[Link, ...]


def with_bar(live: Live, keys: Keys, address: str, html: bytes) -> bytes:
    """Return the page at an address with what is added while serving, and nothing else changed."""
    made = live.looks.shipped.macro("serving/bar.html", "bar", _bar(live, address))
    head, end, rest = html.partition(b"</head>")
    html = head + _head(live.counters, keys) + end + rest if end else html
    found = _MAIN.search(html)
    place = found.start() if found else len(html)
    return html[:place] + made.encode() + html[place:]


def with_form_script(keys: Keys, html: bytes) -> bytes:
    """Return the page of a form with what sends it to this server alone."""
    head, end, rest = html.partition(b"</head>")
    script = f'<script src="{OWN}form.js" defer></script>\n'.encode()
    return head + _proof(keys) + script + end + rest


def _head(counters: Counters, keys: Keys) -> bytes:
    style = f'<link rel="stylesheet" href="{OWN}live.css">\n'.encode()
    live = (
        f'<script src="{OWN}live.js" data-page="{counters.page}" data-style="{counters.style}" '
        "defer></script>\n"
    )
    return style + _proof(keys) + live.encode()


def _proof(keys: Keys) -> bytes:
    return (
        f'<script src="{OWN}proof.js" data-run="{keys.run}" data-proof="{keys.proof_key}" '
        "defer></script>\n"
    ).encode()


def _bar(live: Live, address: str) -> Bar:
    data = live.site.data
    page = live.site.context("")
    wrong = tuple(
        Wrong(
            Link(
                found.place,
                page.editor_href_at(found.path, found.line) if found.path else "",
            ),
            found.message,
            found.hint,
        )
        for found in live.problems
    )
    person = data.people_at.get(address)
    who = f"?{urlencode({'who': person.id})}" if person else ""
    log, snooze = f"{OWN}log{who}", f"{OWN}snooze{who}"
    actions = (Link("Log a touchpoint", log), Link("Snooze until …", snooze))
    return Bar(wrong[:_SHOWN], max(0, len(wrong) - _SHOWN), actions)
