"""Who gives which kind of support, where nobody does, and what hangs on one. 15 June 2026."""

from journal.site.pages.support import WORDS
from journal.vocabulary.choices import SUPPORT
from tests.support.journal import Writer
from tests.support.site import Parsed, page, rows, site_of


def person(name: str, *support: str, **keys: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitle: {name}\nsupport: [{', '.join(support)}]\n{more}---\n"


def support(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "support/")


def kinds(found: Parsed) -> dict[str, str]:
    """Who stands below each kind."""
    terms = [found.text(dt).split(" they ")[0] for dt in found.all("dt")]
    return dict(zip(terms, (found.text(dd) for dd in found.all("dd")), strict=True))


def thoughts(found: Parsed) -> list[str]:
    return [found.text(li) for ul in found.all("ul") if ul.get("class") == "thoughts" for li in ul]


def test_every_kind_of_the_vocabulary_has_its_words() -> None:
    assert tuple(WORDS) == SUPPORT.words


def test_kinds_and_people_stand_in_a_list_and_a_table(notes: Writer) -> None:
    notes.write(
        {
            "mentors/petra": person("Petra", "feedback", "sponsorship", since="2019"),
            "mentors/ana": person("Ana", "feedback", since="2020"),
            "mentors/zoe": "---\ntitle: Zoe\n---\n",
        }
    )
    found = support(notes)
    assert kinds(found)["Feedback"] == "Petra, Ana"
    assert kinds(found)["Sponsorship"] == "Petra"
    assert [found.text(th) for th in found.all("th")[:3]] == ["Support", "Petra", "Ana"]
    assert rows(found)[0] == ["Feedback", "●yes", "●yes"]
    assert rows(found)[3] == ["Sponsorship", "●yes", ""]
    assert len(rows(found)) == 9


def test_a_kind_that_nobody_gives_is_a_question(notes: Writer) -> None:
    every = [kind for kind in SUPPORT.words if kind != "community"]
    notes.write({"mentors/a": person("A", *every), "mentors/b": person("B", *every)})
    assert thoughts(support(notes)) == ["Community: no note names anybody yet. Who comes to mind?"]


def test_what_hangs_on_one_person_is_said_in_one_sentence_each(notes: Writer) -> None:
    notes.write(
        {
            "mentors/a": person("Ana", *SUPPORT.words[:6]),
            "mentors/b": person("Ben", *SUPPORT.words[3:]),
        }
    )
    said = thoughts(support(notes))
    assert said == [
        "Much rests on Ana: feedback, development and opportunities come from nobody else. "
        "Thank them, and look around.",
        "Much rests on Ben: community, role model and safe space come from nobody else. "
        "Thank them, and look around.",
    ]
    notes.write({"mentors/c": person("Cy", *SUPPORT.words[1:8])})
    assert thoughts(support(notes))[0] == (
        "Feedback comes from Ana alone. A second voice would do no harm."
    )


def test_those_who_died_or_left_gave_it_once(notes: Writer) -> None:
    notes.write(
        {
            "mentors/a": person("Ana", "feedback", died="2020"),
            "mentors/b": person("Ben", "feedback", until="2021"),
            "mentors/c": person("Cy", "community", until="2027"),
        }
    )
    found = support(notes)
    assert kinds(found)["Feedback"] == "once: Ana, Ben"
    assert kinds(found)["Community with them you belong somewhere"] == "Cy"
    assert rows(found)[0] == ["Feedback", "○once", "○once", ""]
    assert "Feedback: Ana and Ben gave you this once. Who might like to be asked?" in thoughts(
        found
    )


def test_with_two_for_everything_there_is_only_a_kind_word(notes: Writer) -> None:
    notes.write(
        {"mentors/a": person("A", *SUPPORT.words), "mentors/b": person("B", *SUPPORT.words)}
    )
    (said,) = thoughts(support(notes))
    assert "more than one" in said


def test_without_support_it_says_how_to_begin(notes: Writer) -> None:
    assert "support: [feedback, safe-space]" in support(notes).text()
    notes.write({"mentors/petra": ""})
    assert "support: [feedback, safe-space]" in support(notes).text()


def test_nobody_private_is_named_or_relied_on(notes: Writer) -> None:
    notes.write(
        {
            "mentors/a": person("Ana", "feedback"),
            "mentors/q": person("Quentin", *SUPPORT.words, private="true"),
        }
    )
    found = support(notes)
    assert "Quentin" not in found.html
    assert "Feedback comes from Ana alone." in found.text()
