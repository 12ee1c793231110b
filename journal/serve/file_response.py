"""A response that sends a file from the disk in chunks, never held in memory as a whole."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from io import FileIO
from os import fstat

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

_CHUNK = 256 * 1024  # bytes
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class OpenFileResponse(Response):
    """An open file, or the part of it that was asked for (RFC 9110, section 14)."""

    def __init__(self, file: FileIO, request: Request, headers: Mapping[str, str]) -> None:
        self._file = file
        size = fstat(file.fileno()).st_size
        asked = "" if "if-range" in request.headers else request.headers.get("range", "")
        part = _requested(asked, size) if request.method == "GET" else range(size)
        self._range = part or range(0)
        about = {**headers, "accept-ranges": "bytes", "content-length": str(len(self._range))}
        if part is None:
            about["content-range"] = f"bytes */{size}"
        elif len(part) < size:
            about["content-range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        status = 416 if part is None else 206 if len(part) < size else 200
        super().__init__(status_code=status, headers=about)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, and close the file whatever happens."""
        with self._file:
            if scope["method"] == "HEAD" or not self._range:
                await super().__call__(scope, receive, send)
                return
            headers = dict(self.headers)
            stream = StreamingResponse(self._chunks(), self.status_code, headers)
            await stream(scope, receive, send)

    async def _chunks(self) -> AsyncIterator[bytes]:
        self._file.seek(self._range.start)
        left = len(self._range)
        while left:
            chunk = await asyncio.to_thread(self._file.read, min(left, _CHUNK))
            if not chunk:  # it has been cut: the connection ends early, and the browser notices
                return
            left -= len(chunk)
            yield chunk


def _requested(asked: str, size: int) -> range | None:
    """Return which bytes were requested: all, unless it is one range; None: there are none such."""
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
