"""Copies of notes that sync programs make, and names that other systems cannot have."""

import pytest

from tests.support.journal import Writer

ADA = "---\ntitle: Ada Lund\nsince: 2020\n---\nWhat she said.\n"
CONTACT = "---\ntitle: Coffee\npeople: ada\nchannel: in-person\n---\n{}\n"
TEXT = "We spoke of the paper, and of the boat that she wants to sell."


def codes(notes: Writer) -> list[tuple[str, str]]:
    return sorted((finding.path, finding.code) for finding in notes.journal().findings)


@pytest.mark.parametrize(
    "copy", ["ada 2", "ada 12", "ada (1)", "ada(2)", "ada-LAPTOP-4F", "ada-Anna's-MacBook"]
)
def test_a_copy_beside_its_original_is_not_read_as_a_second_note(notes: Writer, copy: str) -> None:
    notes.write({"mentors/ada": ADA, f"content/mentors/{copy}.md": ADA + "And more.\n"})
    assert [person.id for person in notes.journal().people] == ["mentors/ada"]
    assert codes(notes) == [(f"content/mentors/{copy}.md", "F17")]


@pytest.mark.parametrize("other", ["ada 2", "ada-berg", "ada (1)"])
def test_a_note_with_a_title_of_its_own_is_no_copy(notes: Writer, other: str) -> None:
    named = ADA.replace("Ada Lund", "Ada Berg")
    notes.write({"mentors/ada": ADA, f"content/mentors/{other}.md": named})
    assert len(notes.journal().people) == 2
    assert codes(notes) == []


@pytest.mark.parametrize("name", ["people/ada 2", "mentors/bo 2", "mentors/ada 1", "mentors/ada2"])
def test_what_is_not_beside_an_original_of_its_name_is_no_copy(notes: Writer, name: str) -> None:
    notes.write({"mentors/ada": ADA, name: ADA})
    assert len(notes.journal().people) == 2


def test_the_copy_of_a_contact_is_none_though_its_text_goes_on(notes: Writer) -> None:
    notes.write({
        "mentors/ada": ADA,
        "touchpoints/2026-06-01 coffee": CONTACT.format(TEXT),
        "touchpoints/2026-06-01 coffee 2": CONTACT.format(f"{TEXT}\n\nShe wrote later, too."),
    })  # fmt: skip
    assert [note.stem for note in notes.journal().touchpoints] == ["2026-06-01 coffee"]


def test_two_contacts_of_a_day_with_one_title_are_two(notes: Writer) -> None:
    notes.write({
        "mentors/ada": ADA,
        "touchpoints/2026-06-01 coffee": CONTACT.format(TEXT),
        "touchpoints/2026-06-01 coffee 2": CONTACT.format("Her brother joined us for cake."),
    })  # fmt: skip
    assert len(notes.journal().touchpoints) == 2
    assert codes(notes) == []


def test_a_copy_of_a_private_note_is_not_named_on_a_page(notes: Writer) -> None:
    secret = ADA.replace("since", "private: true\nsince")
    notes.write({"mentors/ada": secret, "mentors/ada 2": secret})
    assert notes.journal().people[0].private
    assert len(notes.journal().people) == 1


@pytest.mark.parametrize(
    "name", ["why?", "a:b", "<ada>", 'the "boat"', "a|b", "star*", "back\\slash"]
)
def test_a_name_that_windows_cannot_have_is_told_and_read(notes: Writer, name: str) -> None:
    notes.write({f"content/mentors/{name}.md": ADA})
    assert [code for _, code in codes(notes)] == ["F17"]
    assert len(notes.journal().people) == 1


@pytest.mark.parametrize("folder", ["old.", "old "])
def test_a_folder_whose_end_windows_drops_is_told(notes: Writer, folder: str) -> None:
    notes.write({f"content/mentors/{folder}/ada.md": ADA})
    assert [code for _, code in codes(notes)] == ["F17"]
