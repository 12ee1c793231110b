"""A journal in a real folder: written, and read back as the program reads it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from journal.advice import Advice, advise
from journal.library import Journal
from journal.library.opening import open_journal
from journal.site.own_templates import OwnTemplates, read_own_templates, remember_answer

TODAY = date(2026, 6, 15)

Files = Mapping[str, str | bytes]


def trust(root: Path, files: Mapping[str, str] | None = None) -> None:
    """Say yes to a journal's own templates: as they are, or to these, which are yet to come."""
    coming = {name: text.encode() for name, text in sorted((files or {}).items())}
    remember_answer(root, OwnTemplates(coming) if files else read_own_templates(root), True)


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


class Writer:
    """Writes notes below a journal's root, and reads the journal back."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content").mkdir()

    @classmethod
    def at(cls, root: Path) -> "Writer":
        """Return what writes into a journal that is there already."""
        writer = cls.__new__(cls)
        writer.root = root
        return writer

    def write(self, files: Files) -> "Writer":
        """Write files, by their path relative to the root; `.md` may be left out under content/.

        To own templates it is said yes, as by somebody who wrote them.
        """
        self._say_yes(files)
        for name, text in files.items():
            path = self.root / (name if "." in Path(name).name else f"content/{name}.md")
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f".{path.name}.tmp")  # a server may be looking
            draft.write_bytes(_bytes(text))
            draft.replace(path)
        return self

    def _say_yes(self, files: Files) -> None:
        """Say yes to own templates before they are there: nobody may see them without it."""
        named = ((name.partition("templates/"), text) for name, text in files.items())
        coming = {name: _bytes(text) for (before, top, name), text in named if top and not before}
        if coming:
            merged = {**read_own_templates(self.root).files, **coming}
            remember_answer(self.root, OwnTemplates(dict(sorted(merged.items()))), True)

    def journal(self, today: date = TODAY) -> Journal:
        """Read everything as of `today`."""
        return open_journal(self.root, lambda _: today).journal

    def advice(self, today: date = TODAY) -> Advice:
        """Work out the advice as of `today`."""
        return advise(self.journal(today))

    def codes(self, today: date = TODAY) -> list[tuple[str, int, str]]:
        """Return path, line and code of every finding of reading."""
        return [(f.path, f.line, f.code) for f in self.journal(today).findings]
