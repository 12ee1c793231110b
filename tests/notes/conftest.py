"""Tables of malformed notes, checked."""

from tests.support.malformed import checked

__all__ = ["checked"]
