"""A note as the text of a file."""

from dataclasses import dataclass

Value = str | list[str]


@dataclass(frozen=True)
class NoteFile:
    """A note that is still to be written."""

    note_id: str
    """The path below `content/`, without `.md`."""
    fields: dict[str, Value]
    body: str

    def text(self) -> str:
        """Return front matter and body as they stand in the file."""
        lines = [f"{key}: {_written(value)}" for key, value in self.fields.items() if value]
        return "\n".join(["---", *lines, "---", "", self.body])


def _written(value: Value) -> str:
    if isinstance(value, str):
        return _quoted(value)
    return "[" + ", ".join(_quoted(text) for text in value) + "]"


def _quoted(text: str) -> str:
    return f'"{text}"' if ": " in text or "," in text else text
