"""Work of one kind over many items, on every processor at once."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

_Item = TypeVar("_Item")
_LARGEST_CHUNK = 64  # items: to send them one by one takes longer than most take themselves
_CHUNKS_EACH = 32  # of every process, so that none is left alone with a long one at the end


class Work(NamedTuple, Generic[_Item]):
    """What is done with each item; `instead` is done where that fails, and given the error."""

    do: Callable[[_Item], bytes]
    instead: Callable[[_Item, Exception], bytes]
    #: so many items take longer than starting processes for them
    worth: int
    #: whether it can be sent, with its items, to a process that is no copy of this one
    can_be_pickled: bool = False
    #: whether an item can take down the process that works on it: then none is tried again here
    can_kill: bool = False


def spread(work: Work[_Item], items: Sequence[_Item]) -> Iterator[tuple[_Item, bytes]]:
    """Yield each item with what is made of it, in no order.

    Copies of this process do it, where there are enough items, processors, and a safe way to copy.
    What fails in a copy, or was left undone by one that was killed, is done here. An item that
    takes long, or takes a process down, costs no other item.
    """
    method = _start_method(work, len(items))
    if not method:
        for item in items:
            yield item, _done_here(work, item)
        return
    pool = _Pool(work, items, method)
    left = pool.chunks()
    for chunk, results in pool.run(tuple(left), _processors()):
        left.remove(chunk)
        yield from pool.finished(chunk, results)
    for chunk in left:  # a process died while it worked on one of these
        yield from pool.isolated(chunk) if work.can_kill else pool.done_here(chunk)


def _done_here(work: Work[_Item], item: _Item) -> bytes:
    try:
        return work.do(item)
    except Exception as error:
        return work.instead(item, error)


def _start_method(work: Work[Any], count: int) -> str:
    """Return how to begin processes; an empty text where all is to be done here."""
    if count < work.worth or _processors() < 2:
        return ""
    # threads and fork do not go together; a plain command has none
    if sys.platform == "linux" and threading.active_count() == 1:
        return "fork"
    return "spawn" if work.can_be_pickled else ""


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Pool(Generic[_Item]):
    """Processes that work on chunks of the items; `method` is how they begin."""

    def __init__(self, work: Work[_Item], items: Sequence[_Item], method: str) -> None:
        self.work, self.items, self.method = work, items, method

    def chunks(self) -> list[range]:
        """Return the items by their places, in chunks."""
        count = len(self.items)
        size = max(1, min(_LARGEST_CHUNK, count // (_processors() * _CHUNKS_EACH)))
        return [range(start, min(start + size, count)) for start in range(0, count, size)]

    def run(
        self, chunks: Sequence[range], processes: int
    ) -> Iterator[tuple[range, list[bytes | None]]]:
        """Yield chunks as they get done; those that are not when a process dies are left out."""
        from concurrent.futures import ProcessPoolExecutor, as_completed
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        context = get_context(self.method)
        given = (self.work.do, self.items)  # inherited by copies, pickled for others
        executor = ProcessPoolExecutor(processes, context, initializer=_begin, initargs=given)
        try:
            futures = {executor.submit(_do_chunk, chunk): chunk for chunk in chunks}
            for future in as_completed(futures):
                yield futures.pop(future), future.result()
        except BrokenProcessPool:
            return
        finally:  # on Ctrl-C, what was not begun is not waited for
            executor.shutdown(cancel_futures=True)

    def finished(
        self, chunk: range, results: Sequence[bytes | None]
    ) -> Iterator[tuple[_Item, bytes]]:
        """Yield the results of a chunk; what failed is done here."""
        for number, result in zip(chunk, results, strict=True):
            item = self.items[number]
            yield item, _done_here(self.work, item) if result is None else result

    def done_here(self, chunk: range) -> Iterator[tuple[_Item, bytes]]:
        """Yield the results of a chunk, done in this process."""
        return ((self.items[n], _done_here(self.work, self.items[n])) for n in chunk)

    def isolated(self, chunk: range) -> Iterator[tuple[_Item, bytes]]:
        """Yield the results of a chunk, or of its items, each done in a process of its own."""
        for _, results in self.run([chunk], 1):
            yield from self.finished(chunk, results)
            return
        if len(chunk) == 1:
            error = ChildProcessError("a process that worked on it died")
            yield self.items[chunk[0]], self.work.instead(self.items[chunk[0]], error)
            return
        for number in chunk:
            yield from self.isolated(range(number, number + 1))


class _Task(NamedTuple):
    do: Callable[[Any], bytes]
    items: Sequence[Any]


#: What a process that was begun here works on: set once, when it begins, and in no other process.
_task: _Task | None = None


def _begin(do: Callable[[Any], bytes], items: Sequence[Any]) -> None:
    """Let the parent alone answer Ctrl-C, as it stops its workers; and end if it is killed."""
    global _task  # noqa: PLW0603 - how a pool gives its processes more than one chunk at a time
    _task = _Task(do, items)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _do_chunk(chunk: range) -> list[bytes | None]:
    assert _task
    return [_result(_task, number) for number in chunk]


def _result(task: _Task, number: int) -> bytes | None:
    """Return what is made of an item, or None: whatever failed is told where it can be."""
    try:
        return task.do(task.items[number])
    except Exception:
        return None
