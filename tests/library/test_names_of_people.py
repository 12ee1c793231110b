"""Contacts stay with whom they were with, whatever else in the journal is called like a person."""

from collections.abc import Mapping
from random import Random

import pytest

from tests.support.findings import note
from tests.support.journal import Writer

MENTOR = note("since: 2015-03", "prefers: email")
SPELLINGS = (
    "amara-okoye",
    "Amara Okoye",
    "AMARA OKOYE",
    '"[[amara_okoye]]"',
    "mentors/Amara-Okoye",
)


@pytest.mark.parametrize("written", SPELLINGS)
@pytest.mark.parametrize(
    "called", [" Amara Okoye", " amara-okoye", " Okoye", " AMARA_OKOYE", " Ámara Okoyé"]
)
def test_a_touchpoint_with_the_name_of_a_person_is_a_contact_with_them(
    notes: Writer, called: str, written: str
) -> None:
    notes.write(
        {
            "mentors/amara-okoye": note("since: 2015-03", "prefers: email", "aliases: [Okoye]"),
            "touchpoints/2026-05-01 plots": note(f"people: {written}", "channel: email"),
            f"touchpoints/2026-06-01{called}": note(f"people: {written}", "channel: call"),
        }
    )
    assert not notes.journal().findings
    (advice,) = notes.advice().people
    assert (str(advice.last_contact), str(advice.reach_by)) == ("2026-06-01", "2026-09-01")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoe", "Zoë"),
        ("はた", "はだ"),
        ("カト", "ガト"),
        ("Jose Luz", "José-Luz"),
        ("Łucja", "Lucja"),
    ],
)
@pytest.mark.parametrize("written", ["mentors/{}", "{}", "content/mentors/{}.md", '"[[{}]]"'])
def test_of_two_people_whose_names_are_alike_the_one_is_meant_that_is_spelled_so(
    notes: Writer, one: str, other: str, written: str
) -> None:
    files = {f"mentors/{name}": MENTOR for name in (one, other)}
    files["touchpoints/2026-06-01 t"] = note(f"people: {written.format(one)}", "channel: email")
    journal = notes.write(files).journal()
    assert "F11" not in {finding.code for finding in journal.findings}
    assert list(journal.with_person) == [f"mentors/{one}"]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Işıl Kaya", "ışıl kaya"),
        ("Işıl Kaya", "Isil Kaya"),
        ("Søren Bæk", "Soren Baek"),
        ("Søren Bæk", "SØREN BÆK"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Đorđe Ðór", "Dorde Dor"),
        ("Ħalæ Œuf", "Halae Oeuf"),
        ("Strauß", "STRAUSS"),
    ],
)
def test_letters_that_unicode_does_not_take_apart_are_found(
    notes: Writer, title: str, asked: str
) -> None:
    notes.write(
        {
            f"mentors/{title}": MENTOR,
            "touchpoints/2026-06-01 t": note(f"people: {asked}", "channel: email"),
        }
    )
    assert not notes.journal().findings
    assert list(notes.journal().with_person) == [f"mentors/{title}"]


@pytest.mark.parametrize(
    ("home", "goes_to", "meet"),
    [
        ("Tromsø", "Tromso", True),
        ("Łódź", "LODZ", True),
        ("İzmir", "izmir", True),
        ("Αθήνα", "ΑΘΗΝΑ", True),
        ("New York", "new-york", True),
        ("パリ", "バリ", False),
        ("パリ", "ハリ", False),
    ],
)
def test_cities_are_compared_by_the_same_folding(
    notes: Writer, home: str, goes_to: str, meet: bool
) -> None:
    notes.write(
        {
            "mentors/ada": note("since: 2015-03", "prefers: email", f"city: {home}"),
            "touchpoints/2026-06-01 t": note("people: ada", "channel: email"),
            "trips/t": note(f"city: {goes_to}", "start: 2026-07-01"),
        }
    )
    (advice,) = notes.advice().people
    assert ("trip" in {reason.kind for reason in advice.reasons}) is meet


NAMES = (
    "Ada Byron",
    "Bo",
    "Søren Bæk",
    "はた",
    "Zoë Lindqvist",
    "Işıl Kaya",
    "José",
    "Amara Okoye",
)
TOLD = ("goals", "lessons", "opportunities", "news", "trips")


class Collisions:
    """A journal, chosen by dice, in which other notes are called like its people."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.names = dice.sample(NAMES, 3)
        self.people = {
            f"{dice.choice(('mentors', 'proteges', 'people'))}/{self.spelt(name)}": name
            for name in self.names
        }
        self.contacts = {who: dice.randint(1, 3) for who in self.people}

    def spelt(self, name: str) -> str:
        """A name in another spelling that means the same."""
        dice = self.dice
        return dice.choice((name, name.replace(" ", "-"), name.upper(), name.replace(" ", "_")))

    def anybody(self) -> str:
        """How somebody is called: by a name, or by the path of their note."""
        who = self.dice.choice((*self.people, *self.people.values()))
        return self.spelt(who) if "/" not in who else who

    def person(self, name: str) -> str:
        """The note of a person, called so by title or by the file alone."""
        lines = ["since: 2015-03", *self.dice.choice(([], [f"title: {name}"]))]
        return note(*lines, f"aliases: [the {name}]")

    def with_contacts(self) -> dict[str, str]:
        """The people, and their contacts: by whichever name, in whichever spelling."""
        files = {who: self.person(name) for who, name in self.people.items()}
        for number, (who, count) in enumerate(self.contacts.items()):
            name = self.people[who]
            for each in range(count):
                asked = self.dice.choice((who, self.spelt(name), f"the {name}", name))
                files[f"touchpoints/2026-0{number + 1}-1{each} t"] = note(
                    f'people: "{asked}"', "channel: email"
                )
        return files

    def namesakes(self) -> Mapping[str, str]:
        """Notes of other kinds that are called like somebody: by file, title, heading, alias."""
        files = {}
        for number in range(self.dice.randint(1, 8)):
            folder, name = self.dice.choice(TOLD), self.anybody()
            keys = ["date: 2026-01-01", "city: Porto", "start: 2026-07-01"]
            called = self.dice.choice(("", f'title: "{name}"', f'aliases: ["{name}"]'))
            heading = f"# {name}\n" if self.dice.random() < 0.4 else ""
            stem = self.dice.choice((f"n{number}", self.spelt(self.dice.choice(self.names))))
            files[f"{folder}/{stem}"] = note(*filter(None, (*keys, called)), body=heading)
        files[f"touchpoints/2026-06-01 {self.names[0]}"] = note(
            f'people: "{self.names[1]}"',
            "channel: call",
            "draft: true",
            body=f"[[{self.names[2]}]]",
        )
        return files


@pytest.mark.parametrize("seed", range(40))
def test_nothing_that_is_called_like_a_person_takes_their_contacts(
    notes: Writer, seed: int
) -> None:
    dice = Collisions(Random(seed))
    alone = notes.write(dice.with_contacts()).journal()
    assert {who: len(met) for who, met in alone.with_person.items()} == dice.contacts
    journal = notes.write(dice.namesakes()).journal()
    assert journal.with_person == alone.with_person
    assert [f for f in journal.findings if f.code in ("F10", "F11") and f.level == "error"] == []
