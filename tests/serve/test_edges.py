"""Small rules of the server, each at the place where it begins to hold."""

import gc
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date

import pytest

from journal.errors import Refused
from journal.reading.folder import open_cache
from journal.serve import worker as desk_module
from journal.serve.forms import snooze
from journal.serve.live_templates import Changed, Looks
from journal.serve.state import Live, Wanted
from journal.serve.worker import Desk
from tests.support.journal import TODAY, Writer

STYLE, PAGE = "templates/static/own.css", "templates/tags.html"


@pytest.fixture
def live(notes: Writer) -> Iterator[Live]:
    notes.write({"mentors/ada": "---\nsince: 2020\n---\n"})
    with closing(open_cache(notes.root)) as cache:
        yield Live(Wanted(notes.root), cache, lambda _: TODAY)


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        ((), Changed(False, False)),
        ((STYLE,), Changed(False, True)),
        ((PAGE,), Changed(True, False)),
        ((STYLE, PAGE), Changed(True, False)),
        (("templates/static/own.js",), Changed(True, False)),
        (("templates/own.css",), Changed(True, False)),
    ],
)
def test_only_where_nothing_but_styles_changed_a_page_is_not_loaded_anew(
    notes: Writer, files: tuple[str, ...], changed: Changed
) -> None:
    notes.write(dict.fromkeys((STYLE, PAGE, "templates/own.css", "templates/static/own.js"), "x"))
    looks = Looks(notes.root)
    notes.write(dict.fromkeys(files, "longer"))
    assert looks.refresh() == changed


@pytest.mark.parametrize(("until", "is_taken"), [(14, False), (15, False), (16, True)])
def test_a_snooze_ends_after_today(live: Live, until: int, is_taken: bool) -> None:
    day = date(2026, 6, until).isoformat()
    fields = {"who": "mentors/ada", "until": day}
    if is_taken:
        assert f"snooze_until: {day}" in snooze(live, "seal", fields).decode()
    else:
        with pytest.raises(Refused, match="is over or today"):
            snooze(live, "seal", fields)


@contextmanager
def collected() -> Iterator[list[int]]:
    """Keep which generations are looked through, and let none be by itself."""
    found: list[int] = []

    def keep(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            found.append(about["generation"])

    gc.disable()
    gc.callbacks.append(keep)
    try:
        yield found
    finally:
        gc.callbacks.remove(keep)
        gc.enable()


def test_what_pages_leave_behind_is_let_go_of_every_so_many_pages(live: Live) -> None:
    desk = Desk(live, lambda _: None)
    with collected() as generations:
        for number in range(1, 2 * desk_module._LITTER + 1):
            made = desk.ask(lambda _: None)
            desk._do(desk._jobs.get_nowait())
            assert made.done()
            assert generations == [0] * (number // desk_module._LITTER)
