"""What a key of a note may hold, asked of the vocabulary before anything is written."""

from collections.abc import Sequence

from journal.capture.failure import Refused
from journal.frontmatter import Scalar
from journal.notes.values import Reading
from journal.vocabulary import Key, Type


def accepted(key: Key, texts: Sequence[str]) -> str | list[str]:
    """Return what to write for `key`: words of a list in their known spelling, all else as given.

    Raises Refused with what the vocabulary says of the first text that does not fit.
    """
    written = [_accepted(key, text) for text in texts]
    if key.type.many:
        return list(dict.fromkeys(written))
    if len(written) > 1:
        raise Refused(f"`{key.name}` holds one value: give it once.")
    return written[0]


def _accepted(key: Key, text: str) -> str:
    reading = Reading()
    value = reading.value(key, Scalar(text, 1, 1))
    if reading.mistakes:
        mistake = reading.mistakes[0]
        hint = f" ({mistake.hint})" if mistake.hint else ""
        raise Refused(f"{mistake.message}{hint}.")
    if value is None:
        raise Refused(f"`{key.name}` has no value: write {key.name}=VALUE.")
    if key.type is Type.ONE_OF:
        return str(value)
    return str(value[0]) if key.type is Type.SOME_OF else " ".join(text.split())
