"""Notes that are written at the same time: each is there, under a name of its own."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from journal.errors import Exit
from journal.writing import free_note_id
from journal.writing.compose import write_free_note
from journal.writing.touchpoint_name import first_words
from tests.support.command import process
from tests.support.journal import Writer


@pytest.mark.slow
def test_several_at_once_are_all_written_each_under_the_next_number(notes: Writer) -> None:
    notes.write({"mentors/amara": "---\ntitle: Amara Okoye\nprefers: [email]\n---\n"})
    texts = [f"The same words in all of them, up to the number {number}.\n" for number in range(6)]
    with ThreadPoolExecutor(len(texts)) as pool:
        ran = list(
            pool.map(lambda text: process(notes.root, "log", "amara", "-", text=text), texts)
        )
    assert [one.status for one in ran] == [Exit.FINE] * len(texts)
    names = sorted(Path(one.out.strip()).stem for one in ran)
    first = f"2026-06-15 Email to Amara Okoye - {first_words(texts[0])}"
    assert names == [first, *(f"{first} {number}" for number in range(2, 7))]
    written = [(notes.root / one.out.strip()).read_text() for one in ran]
    assert all(note.endswith(text) for note, text in zip(written, texts, strict=True))


def test_however_often_a_name_is_taken_between_look_and_write_the_next_is_used(
    tmp_path: Path,
) -> None:
    (tmp_path / "content").mkdir()
    ready = Barrier(8)

    def write(number: int) -> str:
        ready.wait()
        name = partial(free_note_id, tmp_path / "content", "news", "note")
        return write_free_note(tmp_path, name, f"Text {number}.")

    for _ in range(5):
        with ThreadPoolExecutor(8) as pool:
            paths = list(pool.map(write, range(8)))
        assert len({*paths}) == 8
        texts = [(tmp_path / path).read_text() for path in paths]
        assert texts == [f"Text {number}." for number in range(8)]
