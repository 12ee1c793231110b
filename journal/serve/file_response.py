"""A file sent as it lies on the disk: piece by piece, never held as a whole."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from io import FileIO
from os import fstat

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

_PIECE = 256 * 1024  # bytes
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class FileAnswer(Response):
    """An answer that is an open file, or the part of it that was asked for (RFC 9110, 14)."""

    def __init__(self, file: FileIO, request: Request, headers: Mapping[str, str]) -> None:
        self._file = file
        size = fstat(file.fileno()).st_size
        asked = "" if "if-range" in request.headers else request.headers.get("range", "")
        span = _span(asked, size) if request.method == "GET" else range(size)
        self._span = span or range(0)
        about = {**headers, "accept-ranges": "bytes", "content-length": str(len(self._span))}
        if span is None:
            about["content-range"] = f"bytes */{size}"
        elif len(span) < size:
            about["content-range"] = f"bytes {span.start}-{span.stop - 1}/{size}"
        status = 416 if span is None else 206 if len(span) < size else 200
        super().__init__(status_code=status, headers=about)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, and close the file whatever comes between."""
        with self._file:
            if scope["method"] == "HEAD" or not self._span:
                await super().__call__(scope, receive, send)
                return
            headers = dict(self.headers)
            pieces = StreamingResponse(self._pieces(), self.status_code, headers)
            await pieces(scope, receive, send)

    async def _pieces(self) -> AsyncIterator[bytes]:
        self._file.seek(self._span.start)
        left = len(self._span)
        while left:
            piece = await asyncio.to_thread(self._file.read, min(left, _PIECE))
            if not piece:  # it has become shorter: the connection ends, and the browser sees that
                return
            left -= len(piece)
            yield piece


def _span(asked: str, size: int) -> range | None:
    """Return which bytes were asked for: all, where it is not one range; None: there are none."""
    found = _RANGE.fullmatch(asked.strip())
    if not found or not (found[1] or found[2]):
        return range(size)
    first, last = found[1], found[2]
    if not first:
        return range(max(0, size - int(last)), size) if int(last) and size else None
    if last and int(last) < int(first):
        return range(size)
    until = min(size, int(last) + 1) if last else size
    return range(int(first), until) if int(first) < size else None
