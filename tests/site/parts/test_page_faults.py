"""One page, entry or file that the program cannot make says so; all others are made."""

import os
from collections.abc import Callable, Iterator

import pytest

import journal.site.all_files
import journal.site.parts.site_data
import journal.site.parts.touchpoint_entries
import journal.site.site
from journal.checks import rules
from journal.checks.rule_context import Remark
from journal.feeds.site_files import FEEDS
from journal.notes.note import Note
from journal.notes.records import Person
from journal.site.pages.registry import PAGES, Page
from journal.site.parts.page_context import PageContext
from journal.site.site import Site
from journal.site.templates import TemplateFault
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.site import page, pages, site_of

SECRET = "zanzibar"
NOTES = {
    "mentors/ada": f"---\nsince: 2015\n---\n{SECRET}",
    "mentors/bo": "---\nsince: 2016\n---\n",
    "touchpoints/2026-06-01 fine": "---\npeople: [ada, bo]\nchannel: call\n---\nFine.",
    "touchpoints/2026-06-02 fatal": f"---\npeople: ada\nchannel: call\n---\n{SECRET}",
}
#: Stands for a fault of the program: it is at fault with this note, and with no other.
FATAL = "touchpoints/2026-06-02 fatal"


@pytest.fixture(params=[OverflowError, KeyError])
def fault(request: pytest.FixtureRequest) -> Exception:
    found: Exception = request.param(SECRET)
    return found


def failing(view: Callable[..., object], fault: Exception) -> Callable[..., object]:
    def made(page: PageContext, *notes: Note) -> object:
        if [note.id for note in notes] == [FATAL] or (not notes and page.address == "people/ada/"):
            raise type(fault)(*fault.args)
        return view(page, *notes)

    return made


@pytest.fixture
def faulty_page(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    """A program whose page of one person has a fault."""
    changed = tuple(
        page._replace(view=failing(page.view, fault)) if page.template == "person.html" else page
        for page in PAGES
    )
    monkeypatch.setattr(journal.site.site, "PAGES", changed)


@pytest.fixture
def faulty_entry(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    """A program that cannot show one touchpoint."""
    views = journal.site.parts.touchpoint_entries
    monkeypatch.setattr(views, "entry_view", failing(views.entry_view, fault))


def found(site: Site) -> list[tuple[str, str]]:
    return [(one.path, one.code) for one in site.data.faults]


def test_a_page_that_cannot_be_made_says_so(faulty_page: None, notes: Writer) -> None:
    site = site_of(notes.write(NOTES).root)
    said = page(site, "people/ada/")
    assert said.headings[0] == (1, "This page could not be made")
    assert "report it" in said.text()
    assert SECRET not in said.html
    assert found(site) == [("site/people/ada/index.html", "M03")]
    assert "Fine." in page(site, "people/bo/").html
    assert "people/ada/index.html could not be made" in page(site, "check/").text()


def test_an_entry_that_cannot_be_made_costs_no_other_entry(
    faulty_entry: None, notes: Writer
) -> None:
    site = site_of(notes.write(NOTES).root)
    month = page(site, "months/2026-06/")
    anchor = site.data.addresses[FATAL].fragment
    assert "could not be shown" in month.text(month.by_id(anchor))
    assert "Fine." in month.text()
    assert found(site) == [(f"content/{FATAL}.md", "M03")]
    assert site.data.journal.notes["mentors/ada"].title in page(site, "people/ada/").text()


def test_a_build_goes_on_and_names_what_it_could_not_make(
    faulty_page: None, faulty_entry: None, notes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # copies of the process take a share
    monkeypatch.setattr(journal.site.all_files, "_WORTH_PAGES", 2)
    monkeypatch.setattr(journal.site.all_files, "_WORTH_ENTRIES", 1)
    ran = run(notes.write(NOTES).root, "build")
    assert ran.status == 1, ran.err
    assert f"content/{FATAL}.md:1:1: M03 error: months/2026-06/#" in ran.err
    assert "site/people/ada/index.html:1:1: M03 error: people/ada/index.html could not" in ran.err
    assert SECRET not in ran.err
    assert "Traceback" not in ran.err
    site = notes.root / "site"
    assert "could not be made" in (site / "people/ada/index.html").read_text()
    assert "Fine." in (site / "months/2026-06/index.html").read_text()
    assert (site / "check/index.html").read_text().count("could not be made") >= 2
    assert (site / "reminders.ics").exists()


def test_a_file_for_programs_that_cannot_be_made_is_left_out_and_named(
    notes: Writer, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fails(_: object) -> bytes:
        raise type(fault)(*fault.args)

    monkeypatch.setitem(FEEDS, "reminders.ics", fails)
    ran = run(notes.write(NOTES).root, "build")
    assert ran.status == 1
    assert "M03 error: reminders.ics could not be made" in ran.err
    assert not (notes.root / "site/reminders.ics").exists()
    assert (notes.root / "site/journal.json").exists()


def test_where_advice_cannot_be_worked_out_pages_that_need_none_are_there(
    notes: Writer, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fails(_: object) -> object:
        raise type(fault)(SECRET)

    monkeypatch.setattr(journal.site.parts.site_data, "advise_all", fails)
    ran = run(notes.write(NOTES).root, "build")
    assert ran.status == 1, ran.err
    assert "M03 error: reach-out/index.html could not be made" in ran.err
    assert "M03 error: reminders.ics could not be made" in ran.err
    assert "Fine." in (notes.root / "site/months/2026-06/index.html").read_text()


def test_a_rule_that_cannot_be_asked_costs_no_other_finding(
    notes: Writer, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fails(_: object, person: Person) -> Iterator[Remark]:
        if person.id == "mentors/ada":
            raise type(fault)(SECRET)
        yield Remark((1, 1), "asked", "")

    monkeypatch.setattr(rules, "PEOPLE", (("P14", fails), *rules.PEOPLE))
    ran = run(notes.write(NOTES).root, "check")
    assert ran.status == 1
    assert "content/mentors/ada.md:1:1: M03 error: P14 could not be checked" in ran.out
    assert "content/mentors/bo.md:1:1: P14 error: asked" in ran.out
    assert "content/mentors/ada.md:1:1: P12" in ran.out
    assert SECRET not in ran.out + ran.err


def test_where_every_page_is_at_fault_each_says_so(
    notes: Writer, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fails(*_: object) -> object:
        raise type(fault)(*fault.args)

    monkeypatch.setattr(journal.site.site, "layout", fails)
    site = site_of(notes.write(NOTES).root)
    for file, made in pages(site).items():
        assert made.headings == [(1, "This page could not be made")], file


def test_a_template_of_the_journal_s_own_is_blamed_only_where_the_shipped_one_works(
    faulty_page: None, notes: Writer
) -> None:
    notes.write(NOTES | {"templates/person.html": "{{ 1 / 0 }}"})
    site = site_of(notes.root)
    assert page(site, "people/ada/").headings[0] == (1, "This page could not be made")
    with pytest.raises(TemplateFault, match=r"templates/person.html:1: .*ZeroDivisionError"):
        site.page("people/bo/")


def test_with_a_page_made_after_all_the_fault_is_gone(
    faulty_page: None, notes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(notes.write(NOTES).root)
    site.page("people/ada/")
    monkeypatch.setattr(site, "_pages", _pages(site))
    site.page("people/ada/")
    assert found(site) == []


def _pages(site: Site) -> dict[str, Page]:
    return {address: page for page in PAGES for address in page.addresses(site.data)}


def test_a_name_is_kept_back_where_its_note_may_not_be_shown(
    faulty_entry: None, notes: Writer
) -> None:
    files = NOTES | {FATAL: NOTES[FATAL].replace("people", "private: true\npeople")}
    site = site_of(notes.write(files).root)
    assert [file for file, made in pages(site).items() if "fatal" in made.html] == []
    assert found(site) == []


def test_no_traceback_is_shown_unless_asked_for(
    faulty_page: None, notes: Writer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert not os.environ.get("JOURNAL_DEBUG")
    site_of(notes.write(NOTES).root).page("people/ada/")
    assert capfd.readouterr() == ("", "")
