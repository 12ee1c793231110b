"""The first page. Today is Monday, 15 June 2026."""

from datetime import timedelta

from tests.support.journal import TODAY, Writer
from tests.support.site import Parsed, page, site_of

MET = "---\npeople: {}\nchannel: {}\ndirection: {}\n---\n"


def _home(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "")


def _headings(found: Parsed) -> list[str]:
    return [title for level, title in found.headings if level == 2]


def _on(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def test_a_journal_without_notes_says_how_to_begin(notes: Writer) -> None:
    found = _home(notes)
    assert _headings(found) == [
        "Somebody who helps you",
        "The last time you were in touch",
        "Something that happened to you",
    ]
    commands = [found.text(e) for e in found.all("pre")]
    assert commands[0] == 'journal new mentor "Their Name" --edit'
    assert "What was read" not in found.text()


def test_with_the_first_note_the_page_is_about_people(notes: Writer) -> None:
    notes.write({"mentors/ada": ""})
    assert _headings(_home(notes)) == ["Reach out first", "The next six weeks", "What was read"]


def test_it_says_as_of_which_day(notes: Writer) -> None:
    assert "As of Monday, 15 June 2026." in _home(notes.write({"mentors/ada": ""})).text()


def test_the_first_five_are_there_with_one_reason_each(notes: Writer) -> None:
    for number in range(7):
        notes.write({f"mentors/m{number}": f"---\ntitle: M{number}\nphase: waiting\n---\n"
                     f"- [ ] write {number} 📅 2026-06-0{number + 1}"})  # fmt: skip
    section = _home(notes).section("Reach out first")
    assert "1 June 2026 2 weeks ago M0 You promised: write 0." in section
    assert "M4" in section
    assert "M5" not in section
    assert "and 2 more · All 7 people in the list" in section


def test_promises_due_are_mine_and_of_the_next_six_weeks(notes: Writer) -> None:
    tasks = (
        f"- [ ] send plots 📅 {_on(-1)}\n- [ ] read the draft 📅 {_on(42)}\n"
        f"- [ ] far away 📅 {_on(43)}\n- [ ] not mine #theirs 📅 {_on(1)}\n- [x] kept 📅 {_on(1)}\n"
    )
    notes.write({"mentors/ada": tasks})
    section = _home(notes).section("Promises due")
    assert "send plots" in section
    assert "read the draft" in section
    assert not any(words in section for words in ("far away", "not mine", "kept"))


def test_an_overdue_promise_never_hides_behind_later_ones(notes: Writer) -> None:
    later = (f"- [ ] later {number} 📅 {_on(number + 1)}" for number in range(9))
    notes.write({"mentors/ada": "\n".join((*later, f"- [ ] overdue 📅 {_on(-2)}"))})
    section = _home(notes).section("Promises due")
    assert "overdue" in section
    assert "later 6" in section
    assert "later 7" not in section
    assert section.endswith("and 2 more · All promises")


def test_what_lies_ahead_stands_week_by_week(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\nbirthday: 07-01\n---\n",
            "touchpoints/x": f"---\npeople: p\ndate: {_on(3)}\ntitle: A call\nchannel: call\n---\n",
            "trips/x": f"---\ncity: Bergen\nstart: {_on(-1)}\nend: {_on(2)}\ntitle: Fjord\n---\n",
            "trips/y": f"---\ncity: Bergen\nstart: {_on(43)}\ntitle: Too far\n---\n",
            "opportunities/x": f"---\nfor: p\ndeadline: {_on(42)}\ntitle: A grant\n---\n",
            "opportunities/y": f"---\ndeadline: {_on(1)}\nstate: dropped\ntitle: Gone\n---\n",
            "goals/x": f"---\ntarget: {_on(40)}\ntitle: A degree\n---\n",
        }
    )
    found = _home(notes)
    weeks = [e for e in found.all("section") if e.get("class") == "week"]
    assert [[found.text(e) for e in week.iter() if e.tag in ("h3", "li")] for week in weeks] == [
        [
            "This week 15 June to 21 June",
            "Mon 15 Jun trip Fjord to Wed 17 Jun me",
            "Thu 18 Jun call A call Petra",
        ],
        ["In 2 weeks 29 June to 5 July", "Wed 1 Jul occasion birthday Petra"],
        ["In 5 weeks 20 July to 26 July", "Sat 25 Jul goal A degree"],
        ["In 6 weeks 27 July to 2 August", "Mon 27 Jul deadline A grant Petra"],
    ]


def test_occasions_are_named_without_their_day(notes: Writer) -> None:
    notes.write(
        {
            "mentors/ada": "---\nsince: 2016-06-20\nholidays: Bridge day\n---\n",
            "journal.toml": '[[holiday]]\nname = "Bridge day"\ndates = ["06-25"]\n',
        }
    )
    section = _home(notes).section("The next six weeks")
    assert "Sat 20 Jun occasion 10 years since you began Ada" in section
    assert "Thu 25 Jun occasion Bridge day Ada" in section


NEW = "---\ntitle: {}\nsince: {}\n{}---\n"


def test_first_steps_are_what_is_missing(notes: Writer) -> None:
    notes.write({"mentors/ada": NEW.format("Ada", "2026-06-01", "")})
    assert _home(notes).section("First steps") == (
        "First steps Ada: ask how they like to be reached, set a cadence, share a goal and "
        "choose a day to go over what you agreed."
    )


def test_a_first_step_that_was_taken_is_not_named(notes: Writer) -> None:
    notes.write(
        {
            "mentors/ada": NEW.format("Ada", "2026-06-01", "prefers: email\ncadence: monthly\n"),
            "goals/g": "---\ntitle: A degree\n---\n",
            "touchpoints/2026-06-02": "---\npeople: ada\nchannel: email\n---\n[[g]]",
        }
    )
    section = _home(notes).section("First steps")
    assert section == "First steps Ada: choose a day to go over what you agreed."


def test_with_nothing_missing_there_are_no_first_steps(notes: Writer) -> None:
    begun = "prefers: email\ncadence: monthly\nreview_on: 2026-09-01\n"
    notes.write({"mentors/ada": NEW.format("Ada", "2026-06-01", begun)})
    notes.write({"goals/g": "---\npeople: ada\n---\n"})
    assert "First steps" not in _headings(_home(notes))


def test_first_steps_are_for_the_three_newest_mentors(notes: Writer) -> None:
    days = {"a": "2026-06-04", "b": "2026-06-03", "c": "2026-06-02", "d": "2026-06-01"}
    notes.write({f"mentors/{n}": NEW.format(n.upper(), day, "") for n, day in days.items()})
    notes.write({"mentors/old": NEW.format("Old", "2015", "")})
    notes.write({"proteges/young": NEW.format("Young", "2026-06-10", "")})
    found = _home(notes)
    (section,) = [e for e in found.all("section") if found.text(e).startswith("First steps")]
    assert [found.text(e)[:1] for e in section.iter("li")][:3] == ["A", "B", "C"]
    assert found.text(section).endswith("and 1 more")


def _marks(found: Parsed) -> list[str]:
    """The marks of the picture by their meaning, from the left and from the line upwards."""
    shapes = (e for e in found.root.iter() if (e.get("cx") or e.get("x") or "").endswith("%"))
    classes = [(e.get("class") or "").split() for e in shapes]
    return [(found[1:] or ["both"])[0] for found in classes if found[:1] == ["mark"]]


def test_the_last_twelve_months_are_drawn_and_told_in_rows(notes: Writer) -> None:
    notes.write(
        {
            "mentors/ada": "---\ntitle: Ada\n---\n",
            "touchpoints/2026-06-15 a": MET.format("ada", "email", "out"),
            "touchpoints/2026-06-15 b": MET.format("ada", "call", "both"),
            "touchpoints/2026-06-14 c": MET.format("ada", "email", "in"),
            "touchpoints/2025-06-16 d": MET.format("ada", "email", "out"),
            "touchpoints/2025-06-15 e": MET.format("ada", "email", "out"),
        }
    )
    found = _home(notes)
    assert found.text(found.by_id("strip-desc")) == (
        "4 contacts with 1 person: 2 from you, 1 together, 1 from them."
    )
    assert _marks(found) == ["out", "in", "out", "both"]
    (table,) = found.all("table")
    assert [found.text(e) for e in table.iter("tr")][1:] == [
        "15 Jun 2026110", "8 Jun 2026001", "16 Jun 2025100",
    ]  # fmt: skip


def test_many_contacts_share_a_mark(notes: Writer) -> None:
    notes.write({"mentors/ada": ""})
    notes.write(
        {f"touchpoints/2026-06-10 {n}": MET.format("ada", "email", "out") for n in range(30)}
    )
    found = _home(notes)
    assert _marks(found) == ["out"] * 10
    assert "One mark stands for up to 3 contacts." in found.section("The last twelve months")


def test_a_year_without_contacts_is_not_drawn(notes: Writer) -> None:
    notes.write({"mentors/ada": "", "touchpoints/2020-01-01": MET.format("ada", "email", "out")})
    assert "The last twelve months" not in _headings(_home(notes))


def test_what_was_read_is_counted_with_what_was_found(notes: Writer) -> None:
    notes.write({"mentors/ada": "", "goals/g": "---\nkind: nonsense\n---\n"})
    section = _home(notes).section("What was read")
    assert "1 person" in section
    assert "1 goal" in section
    assert "1 error" in section
    assert "hint" not in section


def test_hints_alone_are_nothing_to_mend(notes: Writer) -> None:
    notes.write({"mentors/ada": "---\nsince: 2026-06-01\n---\n"})
    assert "hint" in page(site_of(notes.root), "check/").text()
    assert _home(notes).section("What was read").endswith("Nothing to mend.")


def test_nothing_private_is_named_or_counted(notes: Writer) -> None:
    notes.write(
        {
            "mentors/ada": "---\ntitle: Ada\n---\n",
            "mentors/hid": NEW.format("Hidden", "2026-06-01", "birthday: 06-20\nprivate: true\n"),
            "touchpoints/2026-06-10 x": "---\npeople: hid\nchannel: call\n---\n",
            "touchpoints/2026-06-11 y": "---\npeople: [ada, hid]\nchannel: call\n---\n",
            "trips/t": "---\ntitle: Flight\ncity: Bergen\nstart: 2026-06-20\nprivate: true\n---\n",
        }
    )
    found = _home(notes)
    assert "Hidden" not in found.html
    assert "Flight" not in found.html
    assert "1 contact with 1 person: 1 together." in found.text()
    assert "1 touchpoint" in found.text()
