"""Work over many items on all processors gives what one would have made."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest

from journal.parallel import Work, spread

ITEMS = tuple(range(40))

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="processes are only copied on Linux"
)


def squared(number: int) -> bytes:
    return str(number * number).encode()


def named(number: int, error: Exception) -> bytes:
    return f"{number}: {type(error).__name__}".encode()


def work(do: Callable[[int], bytes], worth: int = 2) -> Work[int]:
    return Work(do, named, worth)


@pytest.mark.parametrize("count", [0, 1, 2, 40, 999, 1000, 1001, 2500])
def test_every_item_is_done_once(count: int) -> None:
    found = sorted(spread(work(squared), range(count)))
    assert found == [(n, squared(n)) for n in range(count)]


def whose(delay: float, _: int) -> bytes:
    time.sleep(delay)
    return str(os.getpid()).encode()


def test_processes_share_the_work() -> None:
    makers = {made for _, made in spread(work(partial(whose, 0.01)), ITEMS)}
    assert len(makers) == 2
    assert str(os.getpid()).encode() not in makers


def test_with_threads_processes_begin_anew() -> None:
    end = threading.Event()
    waiting = threading.Thread(target=end.wait)
    waiting.start()
    try:
        sendable = work(partial(whose, 0.01))._replace(can_be_pickled=True)
        makers = {made for _, made in spread(sendable, ITEMS)}
        unsendable = {made for _, made in spread(work(partial(whose, 0)), ITEMS)}
    finally:
        end.set()
        waiting.join()
    assert str(os.getpid()).encode() not in makers
    assert unsendable == {str(os.getpid()).encode()}


def test_few_items_are_done_here() -> None:
    makers = {made for _, made in spread(work(partial(whose, 0), worth=41), ITEMS)}
    assert makers == {str(os.getpid()).encode()}


def test_an_item_that_kills_its_process_costs_only_itself() -> None:
    def fatal(number: int) -> bytes:
        if number in (7, 31):
            os.kill(os.getpid(), signal.SIGKILL)
        return squared(number)

    found = dict(spread(work(fatal)._replace(can_kill=True), ITEMS))
    assert found[7] == b"7: ChildProcessError"
    assert found[31] == b"31: ChildProcessError"
    assert {n: found[n] for n in ITEMS if n not in (7, 31)} == {
        n: squared(n) for n in ITEMS if n not in (7, 31)
    }


def test_what_killed_copies_leave_is_done_here() -> None:
    here = os.getpid()

    def killed(number: int) -> bytes:
        if number >= 20 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return squared(number)

    assert sorted(spread(work(killed), ITEMS)) == [(n, squared(n)) for n in ITEMS]


def test_a_slow_item_does_not_hold_up_the_others() -> None:
    def slow(number: int) -> bytes:
        time.sleep(1 if number == 0 else 0)
        return squared(number)

    order = [number for number, _ in spread(work(slow), ITEMS)]
    assert order[-1] == 0
    assert sorted(order) == list(ITEMS)


def test_what_fails_in_a_copy_is_done_here() -> None:
    here = os.getpid()

    def failing(number: int) -> bytes:
        if number < 30 and os.getpid() != here:
            raise LookupError(number)
        return str(os.getpid()).encode()

    made = dict(spread(work(failing), ITEMS))
    assert made.keys() == set(ITEMS)
    assert {made[number] for number in range(30)} == {str(here).encode()}
    assert str(here).encode() not in {made[number] for number in range(30, 40)}


@pytest.mark.parametrize("worth", [2, 41])
def test_something_else_is_made_of_what_fails_here_too(worth: int) -> None:
    def failing(number: int) -> bytes:
        if number == 31:
            raise LookupError(number)
        return squared(number)

    found = dict(spread(work(failing, worth), ITEMS))
    assert found[31] == b"31: LookupError"
    assert found[30] == squared(30)


def test_what_is_raised_instead_leaves_no_process_behind() -> None:
    def failing(number: int) -> bytes:
        raise LookupError(number)

    def raising(_: int, error: Exception) -> bytes:
        raise error

    before = children()
    with pytest.raises(LookupError):
        dict(spread(Work(failing, raising, 2), ITEMS))
    assert children() == before


def children() -> set[str]:
    """The processes that this one has begun, by the system's account; the runner has some."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {pid for task in tasks for pid in task.read_text().split()}


#: Works on items that take a moment each, and says which.
PROGRAM = dedent("""
    import time
    from journal.parallel import Work, spread

    def do(number):
        print(number, flush=True)
        time.sleep(0.2)
        return b""

    for _ in spread(Work(do, lambda item, error: b"", 2), range(1000)):
        pass
""")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_copies_end_with_an_interrupted_or_killed_process(number: signal.Signals) -> None:
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(number)
        began = time.monotonic()
        process.stdout.read()  # ends when the last of them has ended
        assert process.wait() != 0
    assert time.monotonic() - began < 10
