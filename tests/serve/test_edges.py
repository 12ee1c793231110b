"""Small rules of the server, each at the place where it begins to hold."""

import gc
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date

import pytest

from journal.errors import Refused
from journal.reading.folder import open_cache
from journal.serve import worker as worker_module
from journal.serve.last_good_templates import LastGoodTemplates, TemplateChanges
from journal.serve.problems import PATIENCE
from journal.serve.state import ServerState
from journal.serve.verb_forms import take_verb
from journal.serve.worker import Worker
from journal.site.parts.site_data import SiteOptions
from tests.support.journal import TODAY, Writer

STYLE, PAGE = "templates/static/own.css", "templates/tags.html"


@pytest.fixture
def state(notes: Writer) -> Iterator[ServerState]:
    notes.write({"mentors/ada": "---\nsince: 2020\n---\n"})
    with closing(open_cache(notes.root)) as cache:
        yield ServerState(SiteOptions(notes.root), cache, lambda _: TODAY)


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        ((), TemplateChanges(False, False)),
        ((STYLE,), TemplateChanges(False, True)),
        ((PAGE,), TemplateChanges(True, False)),
        ((STYLE, PAGE), TemplateChanges(True, False)),
        (("templates/static/own.js",), TemplateChanges(True, False)),
        (("templates/own.css",), TemplateChanges(True, False)),
    ],
)
def test_only_where_nothing_but_styles_changed_a_page_is_not_loaded_anew(
    notes: Writer, files: tuple[str, ...], changed: TemplateChanges
) -> None:
    notes.write(dict.fromkeys((STYLE, PAGE, "templates/own.css", "templates/static/own.js"), "x"))
    templates = LastGoodTemplates(notes.root)
    notes.write(dict.fromkeys(files, "longer"))
    assert templates.refresh() == changed


@pytest.mark.parametrize(("until", "is_taken"), [(14, False), (15, False), (16, True)])
def test_a_snooze_ends_after_today(state: ServerState, until: int, is_taken: bool) -> None:
    day = date(2026, 6, until).isoformat()
    fields = {"who": "mentors/ada", "until": day, "do": "snooze"}
    if is_taken:
        assert take_verb("snooze", state, fields) == "/people/ada/index.html"
    else:
        with pytest.raises(Refused, match="is not ahead"):
            take_verb("snooze", state, fields)


def test_who_was_renamed_is_at_the_new_address_only_and_nothing_changes_after_that(
    state: ServerState,
) -> None:
    fields = {"who": "mentors/ada", "name": "Augusta", "do": "rename"}
    assert take_verb("rename", state, fields) == "/people/augusta/index.html"
    assert "people/ada/" not in state.site
    time.sleep(2 * PATIENCE)
    assert not state.refresh()
    assert take_verb("undo", state, {"do": "undo"}) == "/people/ada/index.html"
    assert "people/augusta/" not in state.site
    time.sleep(2 * PATIENCE)
    assert not state.refresh()


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


def test_what_pages_leave_behind_is_let_go_of_every_so_many_pages(state: ServerState) -> None:
    worker = Worker(state, lambda _: None)
    with collected() as generations:
        for number in range(1, 2 * worker_module._PAGES + 1):
            made = worker.ask(lambda _: None)
            worker._do(worker._jobs.get_nowait())
            assert made.done()
            assert generations == [0] * (number // worker_module._PAGES)
