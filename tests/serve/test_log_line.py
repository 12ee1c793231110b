"""The line for afterwards, as pages offer it, fills in the form."""

import html
import re

import pytest

from journal.serve.log_line import with_line
from journal.wording.labels import BEGIN_EXAMPLE
from tests.support.journal import Writer
from tests.support.server import Start

KNOWN = ("who", "channel", "kind", "about", "question", "keeps", "on")
NOTES = {
    "mentors/sean": "---\ntitle: Sean O'Brien\nprefers: email\nquestions: [Which bridge?]\n---\n",
    "mentors/bo": "---\ntitle: Bo Chen\n---\n",
    "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
    "touchpoints/2026-05-01 Talk": "---\npeople: sean\nchannel: call\n---\n"
    "- [ ] send the plots 📅 2026-06-10\n",
}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("journal log 'Bo Chen' -m '…'", {"who": "mentors/bo"}),
        (
            "journal log 'Sean O'\"'\"'Brien' --channel email --about a --about 'b c' "
            "--question='Why, if ever?' --kind agreement --keeps 'send it' -m '…'",
            {
                "who": "mentors/sean", "channel": "email", "about": "a\nb c",
                "question": "Why, if ever?", "kind": "agreement", "keeps": "send it",
            },
        ),
        (f"journal log bo --on {BEGIN_EXAMPLE}", {"who": "mentors/bo"}),
        ("journal log nobody --form_token x --again", {}),
        ("journal done bo", {}),
        ("journal log 'never closed", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_line_is_read_as_a_shell_would(notes: Writer, line: str, fields: dict[str, str]) -> None:
    journal = notes.write(NOTES).journal()
    assert with_line(journal, {"line": line}, KNOWN) == fields


def test_pages_that_are_served_lead_to_the_form_filled_in(notes: Writer, start: Start) -> None:
    server = start(notes.write(NOTES).root)
    card = server.page("/reach-out/").partition('id="')[2]
    found = re.search(r'href="(/-/log\?line=[^"]*)"', card)
    assert found
    form = server.page(html.unescape(found[1]))
    assert '<option value="mentors/sean" selected>' in form
    assert ">\nsend the plots</textarea>" in form
    write = server.page("/people/sean/write/")
    assert 'id="log-form" href="/-/log?line=' in write
    asking = [each for each in re.findall(r'data-form="([^"]*)"', write) if "question" in each]
    assert asking
    form = server.page(html.unescape(asking[0]))
    assert 'value="Which bridge?"' in form
