"""Which note a name means, where several are called so."""

import unicodedata

import pytest

from journal.characters import is_name
from tests.support.findings import note
from tests.support.journal import Writer

ASKING = "[[{}]]\n"
CALL = ("channel: call",)


def meant(notes: Writer, written: str, source: str = "lessons/asks") -> set[str]:
    """Return what a link in a text means, where nothing in the journal is amiss."""
    journal = notes.write({source: ASKING.format(written)}).journal()
    assert not journal.findings
    return set(journal.links[source].targets())


def hints(notes: Writer, code: str) -> list[str]:
    """Return level, message and hint of every finding with that code."""
    found = notes.journal().findings
    return [f"{f.level}: {f.message} ({f.hint})" for f in found if f.code == code]


@pytest.mark.parametrize(
    "written",
    ["mentors/ada", "Mentors/ADA", "mentors/ada.md", "mentors/Adá", "content/mentors/ada"],
)
@pytest.mark.parametrize("called", ["title: mentors/ada", "aliases: [mentors/ada]"])
def test_an_id_comes_before_a_title_and_an_alias(notes: Writer, called: str, written: str) -> None:
    notes.write({"mentors/ada": "", "goals/other": note(called)})
    assert meant(notes, written) == {"mentors/ada"}


@pytest.mark.parametrize(
    "written",
    ["2025/2025-03-14 plots", "touchpoints/2025/2025-03-14 plots", "2025/2025 03 14 PLOTS"],
)
def test_the_last_parts_of_a_path_tell_which(notes: Writer, written: str) -> None:
    call = note("people: ada", "channel: call")
    plots = "touchpoints/2025/2025-03-14 plots"
    notes.write({"mentors/ada": "", plots: call, "touchpoints/2025-03-14 plots": call})
    assert meant(notes, written) == {plots}


def test_a_whole_path_comes_before_the_end_of_another(notes: Writer) -> None:
    notes.write({"goals/plots": "", "lessons/goals/plots": ""})
    assert meant(notes, "goals/plots") == {"goals/plots"}
    assert meant(notes, "goals/plots", "lessons/goals/asks") == {"goals/plots"}


@pytest.mark.parametrize(
    ("one", "other"), [("Zoe", "Zoë"), ("はた", "はだ"), ("Bo Lee", "bo-lee"), ("Åsa", "Asa")]
)
def test_what_is_spelled_so_comes_before_what_is_alike(notes: Writer, one: str, other: str) -> None:
    notes.write({f"goals/{one}": "", f"goals/{other}": ""})
    for name in (one, other):
        assert meant(notes, name) == {f"goals/{name}"}
        assert meant(notes, f"goals/{name}") == {f"goals/{name}"}
        assert meant(notes, unicodedata.normalize("NFD", name)) == {f"goals/{name}"}


def test_an_alias_that_is_spelled_so_comes_before_a_file_that_is_alike(notes: Writer) -> None:
    notes.write({"goals/zoe": "", "goals/other": note("aliases: [Zoë]")})
    assert meant(notes, "Zoë") == {"goals/other"}
    assert meant(notes, "zoe") == {"goals/zoe"}


def test_a_file_s_name_comes_before_a_title_and_a_title_before_an_alias(notes: Writer) -> None:
    notes.write({"goals/c": note("aliases: [Plots]"), "goals/b": note("title: Plots")})
    assert meant(notes, "Plots") == {"goals/b"}
    notes.write({"goals/Plots": note("title: Something else")})
    assert meant(notes, "Plots") == {"goals/Plots"}


def test_of_one_rank_a_person_comes_first(notes: Writer) -> None:
    notes.write({"goals/ada": "", "people/ada": "", "lessons/ada": ""})
    assert meant(notes, "ada") == {"people/ada"}


def test_then_what_lies_in_the_same_folder_and_then_the_shortest_path(notes: Writer) -> None:
    notes.write({"goals/old/plots": "", "goals/new/plots": "", "lessons/2025/more/plots": ""})
    assert meant(notes, "plots", "goals/new/asks") == {"goals/new/plots"}
    notes.write({"news/2025-plots": note("title: Plots", "date: 2025-01-01")})
    notes.write({"lessons/plots": ""})
    assert meant(notes, "plots") == {"lessons/plots"}
    assert meant(notes, "plots", "goals/old/asks") == {"goals/old/plots"}


def test_what_is_open_then_is_a_warning_that_names_them(notes: Writer) -> None:
    notes.write({"goals/a": note("title: Same"), "goals/b": note("title: Same")})
    notes.write({"lessons/asks": ASKING.format("same")})
    assert hints(notes, "F11") == [
        "warning: “same” is more than one note: goals/a, goals/b (write [[goals/a]] or [[goals/b]])"
    ]
    assert not notes.journal().links["lessons/asks"].targets()


def test_in_a_key_that_is_an_error_that_says_what_the_key_holds(notes: Writer) -> None:
    notes.write({"mentors/a": note("title: Ada"), "people/b": note("title: Ada")})
    notes.write({"goals/c": note("title: Ada"), "goals/g": note("people: ada", "because_of: Ada")})
    assert hints(notes, "F11") == [
        "error: “ada” is more than one person: mentors/a, people/b"
        " (write [[mentors/a]] or [[people/b]]; `people` holds people, from mentors/, proteges/ or"
        " people/)",
        "error: “Ada” is more than one note: mentors/a, people/b"
        " (write [[mentors/a]] or [[people/b]]; `because_of` holds any note)",
    ]


#: A key that holds people, in a note with the other keys that it needs.
KEYS_OF_PEOPLE = {
    "people": ("touchpoints/2026-06-01 t", "channel: email"),
    "with": ("touchpoints/2026-06-01 t", "channel: email"),
    "who": ("trips/t", "city: Porto", "start: 2026-07-01"),
    "for": ("opportunities/o",),
    "from": ("lessons/l",),
    "about": ("news/2026-06-01-n",),
    "introduced_by": ("mentors/m",),
}
#: Notes that are called like Amara Okoye, and are nobody.
NAMESAKES = {
    "goals/amara-okoye": note("title: amara okoye"),
    "lessons/Amara Okoye": note("aliases: [Amara Okoye, Prof, mentors/amara-okoye]"),
    "news/2026-05-01 Amara Okoye": "# Amara Okoye\n",
    "opportunities/Prof": "",
    "touchpoints/2026-05-01 Amara Okoye": note("people: amara-okoye", *CALL, "title: Prof"),
}


@pytest.mark.parametrize("key", KEYS_OF_PEOPLE)
@pytest.mark.parametrize(
    "written",
    ["amara-okoye", "Amara Okoye", "AMARA_OKOYE", "Prof", "prof", "mentors/amara-okoye",
     "content/mentors/Amara Okoye.md", '"[[Amara Okoye|Amara]]"'],
)  # fmt: skip
def test_a_key_that_holds_people_finds_nobody_else(notes: Writer, key: str, written: str) -> None:
    path, *more = KEYS_OF_PEOPLE[key]
    notes.write({"mentors/amara-okoye": note("aliases: [Prof]"), **NAMESAKES})
    notes.write({path: note(*more, f"{key}: {written}")})
    journal = notes.journal()
    assert not journal.findings
    name = "people" if key == "with" else key
    assert journal.refs(journal.notes[path], name) == ("mentors/amara-okoye",)


def test_a_goal_s_helpers_are_people(notes: Writer) -> None:
    notes.write({"mentors/ada": "", "goals/ada": "", "goals/g": note("people: Ada")})
    assert notes.journal().refs(notes.journal().notes["goals/g"], "people") == ("mentors/ada",)


def test_a_key_that_holds_any_note_finds_the_goal_too(notes: Writer) -> None:
    notes.write({"mentors/ada": "", "goals/Plots": "", "goals/g": note("because_of: plots")})
    assert notes.journal().refs(notes.journal().notes["goals/g"], "because_of") == ("goals/Plots",)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Amara", "did you mean mentors/amara-okoye?"),
        ("okoye", "did you mean mentors/amara-okoye?"),
        ("Amarra Okoye", "did you mean mentors/amara-okoye?"),
        ("people/amara-okoye", "did you mean mentors/amara-okoye?"),
        ("Klara", "did you mean mentors/klara-novak or people/klara-lee?"),
        (
            "Zoë Lindqvist",
            "after a new name, add “Zoë Lindqvist” to the `aliases` of proteges/zoe-berg",
        ),
        (
            "nobody-at-all",
            "write a note of that name, mend the link, or, after a new name, add “nobody-at-all” to"
            " the `aliases` of their note",
        ),
    ],
)
def test_a_name_of_nobody_is_an_error_that_says_who_may_be_meant(
    notes: Writer, written: str, hint: str
) -> None:
    names = ("mentors/amara-okoye", "mentors/klara-novak", "people/klara-lee", "proteges/zoe-berg")
    notes.write(dict.fromkeys(names, ""))
    notes.write({"touchpoints/2026-06-01 t": note(f"people: {written}", *CALL)})
    assert hints(notes, "F10") == [f"error: “{written}” is no person ({hint})"]


def test_what_is_there_but_is_nobody_is_named(notes: Writer) -> None:
    notes.write({"mentors/amara-okoye": "", "goals/Amara": "", "goals/g": note("people: Amara")})
    assert hints(notes, "F10") == [
        "error: `people` links to content/goals/Amara.md, which is no person"
        " (did you mean mentors/amara-okoye?)"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Ｚｏë　Lee",
        "Zoë\u00a0Lee",
        "ع\u200cلي",
        "👩\u200d👩\u200d👧 Lee",
        "Zo\u00adë",
        "🦊",
        "\u200fعليّ\u200e",
    ],
)
def test_any_name_that_can_be_written_is_read(notes: Writer, name: str) -> None:
    assert is_name(name)
    notes.write({f"mentors/{name}": "", "lessons/l": note(f"from: {name}")})
    assert meant(notes, name) == {f"mentors/{name}"}
    assert notes.journal().refs(notes.journal().notes["lessons/l"], "from") == (f"mentors/{name}",)


@pytest.mark.parametrize("name", ["a\x07b", "a\u202eb", "a\u202db", "a\ud800b", "a\x7fb", "a\tb"])
def test_what_controls_or_turns_around_is_no_name(name: str) -> None:
    assert not is_name(name)
