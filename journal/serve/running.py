"""A server from its first look at the notes to Ctrl-C."""

import signal
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from types import FrameType
from typing import NamedTuple, NoReturn

from journal.advice.unread import unread_lines
from journal.library.opening import Today
from journal.reading.folder import open_cache
from journal.serve.app import application
from journal.serve.desk import Desk
from journal.serve.guard import Door
from journal.serve.keys import Keys
from journal.serve.live import Live, Wanted
from journal.serve.server import Listening, Serving, opened
from journal.serve.stream import Stream
from journal.serve.watching import Watch


class How(NamedTuple):
    """On which port, whether to open it in a browser, and whether not to watch."""

    port: int
    open: bool
    poll: bool


def serve(wanted: Wanted, how: How, today: Today, say: Callable[[str], None]) -> None:
    """Serve the journal until interrupted; `say` tells the person. Raises Refused."""
    listening = opened(how.port)
    with closing(open_cache(wanted.root)) as cache:
        live = Live(wanted, cache, today)
        stream = Stream(live.counters)
        desk = Desk(live, lambda live: stream.tell(live.counters))
        entrance = _Entrance(listening.port, Keys(wanted.root), say)
        door = Door(listening.port, listening.hosts, entrance.keys, entrance.used)
        server = Serving(application(desk, stream, door), listening.sockets)
        watch = Watch(wanted.root, desk.hint)
        try:
            signal.signal(signal.SIGTERM, _interrupt)
            server.start()
            for line in unread_lines(live.opened.journal):
                say(line)
            _say_where(listening, entrance.address, say)
            if how.poll or not _watches(watch, say):
                desk.poll()
            say("It follows what you save. Ctrl-C ends it.")
            if how.open:
                webbrowser.open(entrance.address)
            desk.run()
        except KeyboardInterrupt:
            pass
        finally:
            _end(stream, desk, server, watch)
            live.notes.save()


class _Entrance:
    """The address that lets one browser in, once."""

    def __init__(self, port: int, keys: Keys, say: Callable[[str], None]) -> None:
        self.port, self.keys, self._say = port, keys, say

    @property
    def address(self) -> str:
        """The address that holds now."""
        return f"http://127.0.0.1:{self.port}/?token={self.keys.ticket}"

    def used(self) -> None:
        """Say that a browser has come in, and by which address another one would."""
        self._say(f"A browser has opened that address. Another one gets in at {self.address}")


def _say_where(listening: Listening, address: str, say: Callable[[str], None]) -> None:
    say(f"The journal is at {address}")
    if listening.is_shared:
        say(
            f"Another program has port {listening.port} at [::1], where “localhost” may lead: "
            "only 127.0.0.1 is answered."
        )


def _watches(watch: Watch, say: Callable[[str], None]) -> bool:
    """Whether the system says when files change."""
    refused = watch.start()
    if refused:
        say(f"The system does not say when files change ({refused}): they are looked at instead.")
    return not refused


def _end(stream: Stream, desk: Desk, server: Serving, watch: Watch) -> None:
    """Open streams first: a server waits for whoever is connected."""
    with suppress(KeyboardInterrupt):
        stream.close()
        desk.close()
        server.stop()
        watch.stop()


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
