"""Requests that are no HTTP: answered by uvicorn itself, with the same headers as all else."""

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from journal.serve.headers import dressed

LIMIT = 32 * 1024  # bytes of a request's line and headers


class Protocol(H11Protocol):
    """Answers what it cannot read, and says which of two things is wrong with it."""

    def data_received(self, data: bytes) -> None:
        """Take what came; whatever it is, the answer is one of ours."""
        try:
            super().data_received(data)
        except h11.LocalProtocolError:  # more after an answer that closed the connection
            self.transport.close()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no request: 414 for a line too long, else 400."""
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.close()
            return
        too_long = len(self.conn.trailing_data[0]) > LIMIT
        status, reason = (414, b"URI Too Long") if too_long else (400, b"Bad Request")
        text = msg.encode("ascii", "replace")
        headers = dressed(
            [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(text)).encode()),
                (b"connection", b"close"),
            ]
        )
        answer = h11.Response(status_code=status, headers=headers, reason=reason)
        for event in (answer, h11.Data(data=text), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
