"""Privacy that was asked for in other words is kept, and said to be an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.findings import ERROR
from journal.frontmatter import read_document
from journal.notes.kinds import FOLDERS, KEY_NAMES
from journal.notes.parsing import Parsed, parse_note
from journal.reading.folder import open_cache, read_folder
from journal.vocabulary.private_words import asks_for_privacy, is_private_tag
from tests.support.journal import Writer

ASKING = [
    "privat: true", "privte: true", "Privé: oui", "privée: true", "privado: sí", "privata: x",
    "prviate: true", "PRIVAT: 1", "confidential: true", "Confidential: yes", "secret: true",
    "vertraulich: ja", "is_private: true", "is-private: true", "isPrivate: true",
    "private_note: true", "keep private: yes", "not_public: true", "pri\u200bvate: true",
    "priv\u00adate: true", "\u2060private: true", "prıvate: true", "рrivate: true",
    "privat: call", "public: false", "Public: no", "publish: false", "published: 0",
    "visibility: private", "access: Confidential", "flags: [private]", "options:\n  - private",
    "meta:\n  private: true", "meta:\n  deep:\n    - privat: true", "people:\n  private: true",
    "tags: [private]", "tags: private", "tags: [work, Private]", "tag: '#private'",
    "tags: 'work, private'", "tags:\n  - private/work",
    "tags: #private", "tags: work #private", "tag: #private, work", "confidential: #yes",
]  # fmt: skip
NOT_ASKING = [
    "privat: false", "privat: no", "privat:", "secret: false", "confidential: none",
    "public: true", "public:", "publish: yes", "primate: gorilla", "pirate: true",
    "privately: told", "sector: private", "private_email: a@example.org", "tags: [pirates]",
    "tags: [secret-santa]", "met: in private", "org: Private", "questions: [is it private?]",
    "visibility: public", "climate: cold", "provide: true", "status: open", "level: 3",
    "met: 'private: true'", "private: false", "private: no", "hidden: false", "title: Secret",
]  # fmt: skip


def parsed(folder: str, lines: str, body: str = "text\n") -> Parsed:
    raw = f"---\n{lines}\n---\n{body}".encode()
    return parse_note(f"{folder}/2026-05-01 x", read_document(raw, KEY_NAMES))


def errors(found: Parsed) -> list[tuple[int, str]]:
    said = [mistake for mistake in found.mistakes if "to keep this note private" in mistake.message]
    assert all(mistake.level == ERROR and "private: true" in mistake.hint for mistake in said)
    return [(mistake.line, mistake.code) for mistake in said]


@pytest.mark.parametrize("lines", ASKING)
def test_asked_for_in_other_words_is_kept_private_with_one_error(lines: str) -> None:
    found = parsed("lessons", lines)
    assert found.private
    assert found.note
    assert found.note.private
    asked = 2 + lines.count("\n") if "people" not in lines else 3
    assert errors(found) in ([(asked, "F06")], [(2, "F06")])
    assert not any("did you mean" in mistake.hint for mistake in found.mistakes)


@pytest.mark.parametrize("lines", NOT_ASKING)
def test_what_means_something_else_is_not(lines: str) -> None:
    found = parsed("mentors", lines)
    assert not found.private
    assert not errors(found)


@pytest.mark.parametrize(
    ("body", "line"), [("one\n\nsay #private here\n", 6), ("#Private\n", 4), ("a #privé/x\n", 4)]
)
def test_a_tag_in_the_text_asks_for_it_too(body: str, line: int) -> None:
    found = parsed("lessons", "aspect: other", body)
    assert found.private
    assert errors(found) == [(line, "F06")]


@pytest.mark.parametrize(
    "body", ["a #pirate\n", "`#private`\n", "the word private\n", "private: yes\n", "#secret-x\n"]
)
def test_no_other_word_of_the_text_does(body: str) -> None:
    assert not parsed("lessons", "aspect: other", body).private


def test_what_is_well_written_needs_no_error_for_the_rest() -> None:
    found = parsed("lessons", "private: true\ntags: [private]\nconfidential: true")
    assert found.private
    assert not errors(found)


def test_a_clear_no_does_not_take_back_what_else_asks() -> None:
    found = parsed("lessons", "private: false\nconfidential: true")
    assert found.private
    assert errors(found) == [(3, "F06")]


BROKEN = ["why: he said: come", "a: [", "&x: y", "\tmet: x", "<<<<<<< HEAD", "who: @ada"]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(
    "asked",
    [
        "private: true", "privat: true", "privé: oui", "private", "- private", "private true",
        "confidential: true", "public: false", "tags: [private]", "tags:\n  - private",
        "{title: x, private: true}", "'private': true", "“private”: true", "x: 1 #private",
        "visibility: private",
    ],
)  # fmt: skip
def test_front_matter_that_cannot_be_read_is_searched_for_it(broken: str, asked: str) -> None:
    for lines in (f"{broken}\n{asked}", f"{asked}\n{broken}"):
        for folder in ("mentors", "touchpoints"):
            found = parsed(folder, lines)
            assert found.private, lines


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("lines", ["private: false", "public: true", "met: in private", "privat:"])
def test_what_cannot_be_read_and_does_not_ask_is_not_private(broken: str, lines: str) -> None:
    found = parsed("mentors", f"{broken}\n{lines}", "Private matters: none\n")
    assert found.note
    assert not found.private


def test_files_left_out_that_ask_for_it_can_be_told(notes: Writer) -> None:
    notes.write(
        {
            "touchpoints/2026-01-01 A": "---\nprivat: true\n---\n",
            "touchpoints/2026-01-02 B": "---\nwhy: a: b\nprivate: true\n---\n",
            "trips/c": "---\ncity: Rome\ntags: private\n---\n",
            "trips/d": "---\ncity: Rome\n---\n",
            "trips/e": b"x" * (5 * 1024 * 1024),
            "trips/f": b"---\nprivate: true\n---\n" + b"x" * (5 * 1024 * 1024),
        }
    )
    cache = open_cache(notes.root)
    for _ in range(2):  # the second time by way of the cache
        folder = read_folder(notes.root, cache)
        assert folder.left_out_private == {
            "touchpoints/2026-01-01 A",
            "touchpoints/2026-01-02 B",
            "trips/c",
            "trips/f",
        }
        assert folder.left_out - folder.left_out_private == {"trips/d", "trips/e"}
    cache.close()


def test_what_was_private_stays_so_when_its_file_cannot_be_read_any_more(notes: Writer) -> None:
    notes.write({"mentors/ada": "---\nprivate: true\n---\n"})
    assert notes.journal().notes["mentors/ada"].private
    notes.write({"mentors/ada": b"x" * (5 * 1024 * 1024)})
    journal = notes.journal()
    assert [finding.code for finding in journal.findings] == ["F08"]
    assert journal.notes["mentors/ada"].private


def test_no_key_and_no_word_of_the_format_asks_for_it_but_private() -> None:
    for kind in FOLDERS.values():
        for name in (*kind.keys, *kind.synonyms):
            assert name == "private" or not asks_for_privacy(name, "true")
        for key in kind.keys.values():
            for word in key.choices.words if key.choices else ():
                assert not is_private_tag(word)


@given(st.sampled_from(["", "x", "é", "\u200b"]), st.integers(0, 6))
def test_one_slip_of_the_finger_anywhere_is_forgiven(put: str, at: int) -> None:
    assert asks_for_privacy("private"[:at] + put + "private"[at + 1 :], "true")
    assert asks_for_privacy("private"[:at] + put + "private"[at:], "true")


@given(st.text(), st.text())
def test_any_key_and_value_have_an_answer(key: str, value: str) -> None:
    assert asks_for_privacy(key, value) in (True, False)


def test_a_comment_in_the_place_of_the_answer_keeps_it_private() -> None:
    assert parsed("lessons", "private: #true").private


def test_more_front_matter_below_that_asks_for_it_is_an_error() -> None:
    found = parsed("lessons", "aspect: other", "---\nprivate: true\n---\n")
    assert found.private
    assert errors(found) == [(4, "F06")]
