"""What a name means where several notes are called so."""

import pytest

from tests.support.journal import Writer

ASKING = "[[{}]]\n"


@pytest.mark.parametrize("written", ["mentors/ada", "Mentors/ADA", "mentors/ada.md", "mentors/Adá"])
@pytest.mark.parametrize("called", ["title: mentors/ada", "aliases: [mentors/ada]"])
def test_an_id_wins_over_a_title_and_an_alias(notes: Writer, called: str, written: str) -> None:
    notes.write(
        {
            "mentors/ada": "",
            "goals/other": f"---\n{called}\n---\n",
            "lessons/asks": ASKING.format(written),
        }
    )
    journal = notes.journal()
    assert not journal.findings
    assert set(journal.links["lessons/asks"].targets()) == {"mentors/ada"}


def test_of_two_files_of_one_name_the_path_tells_which(notes: Writer) -> None:
    notes.write({"mentors/ada": "", "goals/ada": "", "lessons/asks": ASKING.format("goals/ada")})
    assert set(notes.journal().links["lessons/asks"].targets()) == {"goals/ada"}


def test_a_title_that_two_notes_share_is_not_clear(notes: Writer) -> None:
    notes.write(
        {
            "goals/a": "---\ntitle: Same\n---\n",
            "goals/b": "---\ntitle: Same\n---\n",
            "lessons/asks": ASKING.format("same"),
        }
    )
    journal = notes.journal()
    assert [finding.code for finding in journal.findings] == ["F11"]
    assert not list(journal.links["lessons/asks"].targets())
