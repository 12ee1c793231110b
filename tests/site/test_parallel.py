"""Work over many things on all processors gives what one would have made."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from journal.site.parallel import parts_of, spread

THINGS = tuple(range(40))

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="processes are only copied on Linux"
)


def squared(number: int) -> bytes:
    return str(number * number).encode()


@pytest.mark.parametrize("count", [0, 1, 2, 40, 999, 1000, 1001, 2500])
def test_every_thing_is_done_once(count: int) -> None:
    found = sorted(spread(squared, range(count), 2))
    assert found == [(n, squared(n)) for n in range(count)]


def test_a_share_is_done_by_a_copy() -> None:
    def who(_: int) -> bytes:
        time.sleep(0.01)
        return str(os.getpid()).encode()

    assert len({made for _, made in spread(who, THINGS, 2)}) == 2


def test_few_things_are_done_here() -> None:
    assert parts_of(40, worth=41) == 1


def test_what_a_killed_copy_leaves_is_done_here() -> None:
    here = os.getpid()

    def fatal(number: int) -> bytes:
        if number == 31 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return squared(number)

    assert sorted(spread(fatal, THINGS, 2)) == [(n, squared(n)) for n in THINGS]


def test_a_copy_goes_on_after_what_it_cannot_do() -> None:
    here = os.getpid()

    def failing(number: int) -> bytes:
        time.sleep(0.005)
        if number < 30 and os.getpid() != here:
            raise LookupError(number)
        return str(os.getpid()).encode()

    made = dict(spread(failing, THINGS, 2))
    assert made.keys() == set(THINGS)
    assert {made[number] for number in range(30)} == {str(here).encode()}
    assert {made[number] for number in range(30, 40)} != {str(here).encode()}


def test_what_fails_in_a_copy_is_raised_here() -> None:
    def failing(number: int) -> bytes:
        if number == 31:
            raise LookupError(number)
        return squared(number)

    with pytest.raises(LookupError, match="31"):
        dict(spread(failing, THINGS, 2))


def test_a_failure_here_leaves_no_copy_behind() -> None:
    def failing(number: int) -> bytes:
        if number == 0:
            raise LookupError(number)
        return squared(number)

    before = children()
    with pytest.raises(LookupError):
        dict(spread(failing, THINGS, 2))
    assert children() == before


def children() -> set[str]:
    """The processes that this one has begun, by the system's account; the runner has some."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {pid for task in tasks for pid in task.read_text().split()}
