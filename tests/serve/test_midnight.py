"""At midnight, by the real clock, another day begins: awake, and after a sleep over it."""

import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.reload_channel import Events
from tests.support.server import Start, wait_for

pytestmark = pytest.mark.long

_DAY = 86_400


def zone(seconds: float) -> tuple[str, timedelta]:
    """A time zone in which midnight is so many seconds away, as TZ has it, and east of UTC."""
    now = datetime.now(UTC)
    of_day = (now - now.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()
    west = round(of_day + seconds) % _DAY
    west -= _DAY if west > _DAY // 2 else 0
    hours, rest = divmod(abs(west), 3600)
    text = f"{'-' if west < 0 else ''}{hours:02}:{rest // 60:02}:{rest % 60:02}"
    return f"JRN{text}", -timedelta(seconds=west)


def test_at_midnight_awake_or_asleep_another_day_begins(tmp_path: Path, start: Start) -> None:
    name, east = zone(8)
    first = (datetime.now(UTC) + east).date()
    second = first + timedelta(days=1)
    before, after = (f'As of <time datetime="{day}">' for day in (first, second))
    note = tmp_path / "content" / "mentors" / "amara-okoye.md"
    note.parent.mkdir(parents=True)
    note.write_text(f"---\ntitle: Amara Okoye\nnext: {second}\n---\n")
    awake, asleep = (start(tmp_path, TZ=name, JOURNAL_TODAY="") for _ in range(2))
    for server in (awake, asleep):
        assert before in server.page("/")
    events = Events(awake)
    asleep.process.send_signal(signal.SIGSTOP)
    assert after in awake.sees("/", after)
    wait_for(lambda: len(events.numbers) == 2, "one reload")
    time.sleep(1)
    asleep.process.send_signal(signal.SIGCONT)
    asleep.sees("/", after)
    assert len(events.numbers) == 2, events.numbers
    events.close()
