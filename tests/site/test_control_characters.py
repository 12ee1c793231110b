"""Control characters are findings, and reach no page."""

import pytest

from tests.support.journal import Writer
from tests.support.site import site_of

CALL = "---\npeople: x\nchannel: email\n---\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("touchpoints/2026-06-01 t", CALL + "A\x1bB"),
        ("touchpoints/2026-06-01 t", CALL + "- [ ] A\x1bB"),
        ("journal.toml", 'title = "A\\u001bB"\n'),
    ],
)
def test_a_control_character_reaches_no_page(notes: Writer, path: str, text: str) -> None:
    site = site_of(notes.write({"mentors/x": "", path: text}).root)
    assert [address for address in site.addresses() if b"\x1b" in site.page(address)] == []
