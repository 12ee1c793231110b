"""Errors alone are found sooner than all findings, and are the same."""

from journal.checks import check, errors
from journal.checks.rules import ERRORS, OPPORTUNITIES, PEOPLE, QUESTIONS, RECENT, REFERENCE_DATA
from journal.findings import CODES, ERROR
from tests.support.journal import Writer


def test_errors_alone_are_those_of_all_findings(notes: Writer) -> None:
    wanted = "---\nprefers: [text]\navoids: [text]\nsince: not a date\n---\n"
    asked = "---\npeople: [ada, nobody]\nchannel: text\n---\n"
    notes.write({"mentors/ada": wanted, "touchpoints/2026-06-01 a": asked})
    journal = notes.journal()
    found = [finding for finding in check(journal) if finding.level == ERROR]
    assert {finding.code for finding in found} == {"P14", "F03", "F10"}
    assert list(errors(journal)) == found


def test_no_rule_but_those_about_people_finds_errors() -> None:
    others = (*REFERENCE_DATA, *QUESTIONS, *RECENT, *OPPORTUNITIES, ("C40", None), ("T10", None))
    assert [code for code, _ in others if CODES[code][0] == ERROR] == []
    assert {code for code, _ in PEOPLE if CODES[code][0] == ERROR} == {code for code, _ in ERRORS}
