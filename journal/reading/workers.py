"""Many notes read at once, on every processor; a slow or fatal one never holds up the others."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from html import escape
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import msgspec

from journal.findings import Mistake
from journal.reading.cached_note import CachedNote
from journal.reading.note_reader import ReadResult, Renderer, read_note
from journal.reading.scan import NoteFile

#: Fewer notes than this are read here: a process takes as long to start as some 150 to read.
WORTH_A_PROCESS = 200
_CHUNK = 64
_READS = msgspec.msgpack.Decoder(list[ReadResult])


class Job(NamedTuple):
    """What to read, and how; `known` has what was read of a note before."""

    root: Path
    notes: Sequence[tuple[NoteFile, CachedNote | None]]
    render: Renderer | None


def read_notes(job: Job) -> Iterator[ReadResult]:
    """Yield every note of `job` as it gets read, in no order. Never raises for a note."""
    processors = _processors()
    if len(job.notes) < WORTH_A_PROCESS or processors < 2:
        yield from _read(job)
        return
    starts = range(0, len(job.notes), _CHUNK)
    left = {start: job._replace(notes=job.notes[start : start + _CHUNK]) for start in starts}
    try:
        for start, reads in _spread(left.copy(), processors):
            del left[start]
            yield from reads
    except BrokenProcessPool:
        for chunk in left.values():
            for note in chunk.notes:
                yield _alone(job._replace(notes=[note]))


def _spread(chunks: dict[int, Job], processors: int) -> Iterator[tuple[int, list[ReadResult]]]:
    # threads and fork do not go together; a plain command has none
    method = "fork" if sys.platform == "linux" and _single_threaded() else "spawn"
    pool = ProcessPoolExecutor(processors, get_context(method), initializer=_depend)
    try:
        futures = {pool.submit(_read_packed, job): start for start, job in chunks.items()}
        for future in as_completed(futures):
            yield futures.pop(future), _READS.decode(future.result())
    finally:  # on Ctrl-C, what was not begun is not waited for
        pool.shutdown(cancel_futures=True)


def _depend() -> None:
    """Let the parent alone answer Ctrl-C, as it stops its workers; and end if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _alone(job: Job) -> ReadResult:
    """ReadResult one note in a process of its own, which it may take down with it."""
    try:
        return next(reads[0] for _, reads in _spread({0: job}, 1))
    except BrokenProcessPool:
        found, _ = job.notes[0]
        return read_note(job.root, found, _as_typed, None)


class _Typed(NamedTuple):
    html: str
    mistakes: tuple[Mistake, ...]


def _as_typed(body: str, first_line: int, _: str) -> _Typed:
    mistake = Mistake(first_line, 1, "M01", "the text could not be rendered", "simplify its markup")
    return _Typed(f'<pre class="as-typed">{escape(body)}</pre>', (mistake,))


def _read(job: Job) -> Iterator[ReadResult]:
    for found, known in job.notes:
        yield read_note(job.root, found, job.render, known)


def _read_packed(job: Job) -> bytes:
    return msgspec.msgpack.encode(list(_read(job)))  # a quarter of the time that pickling takes


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _single_threaded() -> bool:
    import threading

    return threading.active_count() == 1
