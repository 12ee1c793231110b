"""Somebody who changes a journal without a plan, each time at another place; by dice, so that the
same seed makes the same edits."""

import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.generate import write
from journal.site.own_templates import shipped_templates
from tests.support.journal import trust
from tests.support.random_values import SHARED, Values, new_note, rekeyed, value_of

PEOPLE = ("mentors", "proteges", "people")
OTHERS = ("news", "opportunities", "trips", "goals", "lessons")
_BROKEN = (
    "---\nprefers: [\n---\n",
    "---\nsince: 2024-02-30\n---\n",
    "---\ntitle: never closed\n",
    "---\ntitle: Ada\ntitle: Bo\n---\n",
    "",
    "---\nchannel: emial\n---\nText.\n",
)
_SETTINGS = (
    '[places]\n"Oporto" = "Porto"\n',
    '[places]\n"Oporto" = "Lyon"\n"Bangalore" = "Bengaluru"\n',
    'title = "Another"\n[me]\nname = "Noor"\ncity = "Oporto"\ncan_offer = ["figures"]\n',
    '[defaults]\nfresh = "2 weeks"\ndormant = "1 year"\n[cadence]\nwaiting = "1 month"\n',
    '[[holiday]]\nname = "Rivers"\ndates = ["06-16"]\nfor_all = true\n',
)


class RandomEditor:
    """Edits the journal at `root`, and knows what its files hold. What it makes is private."""

    def __init__(self, root: Path, seed: str, day: date) -> None:
        self.root, self.dice = root, Random(seed)
        self.content = root / "content"
        self.notes = {
            path.relative_to(self.content).as_posix(): path.read_text("utf-8")
            for path in sorted(self.content.rglob("*.md"))
        }
        self.gone: dict[str, str] = {}
        #: folders moved out of sight, and their notes
        self.away: dict[str, dict[str, str]] = {}
        #: broken now, and as it was before
        self.held: dict[str, str] = {}
        self.values = Values(self.dice, day, self.name)
        self._edits = [edit for edit, weight in _EDITS.items() for _ in range(weight)]
        self._count = 0

    def edit(self) -> str | None:
        """Change one thing; return the note (relative to content/) if it was changed in place."""
        return self.dice.choice(self._edits)(self)

    def mend(self) -> None:
        """Make good what is broken."""
        for path, text in list(self.held.items()):
            self.put(path, text)
        self.held.clear()

    def name(self) -> str:
        """Return a name of some note: one that is there, was there, or never was."""
        path = self.dice.choice((*self.notes, *(p for p in self.notes if p.startswith(PEOPLE))))
        stem = Path(path).stem
        names = (stem, path[:-3], value_of(self.notes[path], "title") or stem, stem[:-1])
        gone = [Path(path).stem for path in self.gone]
        chosen = self.dice.choice((*names, *names, *SHARED, *self.dice.sample(gone, len(gone) > 0)))
        return chosen.upper() if self.dice.random() < 0.1 else chosen

    def put(self, path: str, text: str) -> str:
        """Write a note, in place or in its place, and return its path."""
        self.notes[path] = text
        self.save(self.content / path, text.encode())
        return path

    def save(self, file: Path, data: bytes) -> None:
        """Write a file as editors do: half of them in place, half by a move."""
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        in_place = self.dice.random() < 0.5
        target = file if in_place else file.with_name(f"{file.name}.tmp")
        with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            opened.write(data)
        if not in_place:
            target.replace(file)

    def drop(self, path: str) -> str:
        """Delete a note, and return what it held."""
        (self.content / path).unlink()
        return self.notes.pop(path)

    def some(self, *folders: str) -> str:
        """Return a note that is not broken, of one of the folders."""
        found = [p for p in self.notes if p.startswith(folders or "") and p not in self.held]
        return self.dice.choice(found)

    def stem(self) -> str:
        """Return a new note's file name: a day and words, or one that others have, too."""
        self._count += 1
        return f"{self.values.near()} note {self._count}"


def _key(editor: RandomEditor) -> str:
    folder = editor.dice.choice((PEOPLE, PEOPLE, ("touchpoints",), OTHERS))
    path = editor.some(*folder)
    return editor.put(path, rekeyed(editor.notes[path], path.partition("/")[0], editor.values))


def _text(editor: RandomEditor) -> str:
    path = editor.some()
    head, body = editor.notes[path].split("\n---\n", 1)
    made = editor.dice.choice((
        f"{body[:2000]}\nThis belongs to [[{editor.name()}]], says [[{editor.name()}|she]].\n",
        f"{body[:2000]}\n- [ ] send [[{editor.name()}]] the plots 📅 {editor.values.near()}\n",
        f"{body[:2000]}\n- [ ] ask for it #theirs 📅 {editor.values.near()}\n\n![[plot.png]]\n",
        body.replace("- [ ]", "- [x]"),
        body.replace("[[", "(("),
        f"\n# {editor.dice.choice(SHARED)}\n\nWritten anew on [a page](../people/zoe.md).\n",
    ))  # fmt: skip
    return editor.put(path, f"{head}\n---\n{made}")


def _delete(editor: RandomEditor) -> None:
    folder = editor.dice.choice((PEOPLE, ("touchpoints",), OTHERS))
    if sum(path.startswith(folder) for path in editor.notes) > 8:
        path = editor.some(*folder)
        editor.gone[path] = editor.drop(path)


def _return(editor: RandomEditor) -> None:
    if editor.gone:
        path = editor.dice.choice(tuple(editor.gone))
        editor.put(path, editor.gone.pop(path))


def _rename(editor: RandomEditor) -> None:
    path = editor.some()
    folder, name = path.rpartition("/")[::2]
    if path.startswith(PEOPLE):
        folder = editor.dice.choice(PEOPLE)
        name = editor.dice.choice((name, "ada.md", "bo-lund.md", "zoe.md", "Zoë.md"))
    else:
        name = f"{name[:10]} {editor.dice.choice(('the paper', 'grant', editor.stem()))}.md"
    if not (editor.content / f"{folder}/{name}").exists():
        editor.put(f"{folder}/{name}", editor.drop(path))


def _create(editor: RandomEditor) -> None:
    folder = editor.dice.choice((*PEOPLE, "touchpoints/2026", *OTHERS))
    name = (
        editor.dice.choice((editor.stem(), "ada", "bo-lund")) if folder in PEOPLE else editor.stem()
    )
    if f"{folder}/{name}.md" not in (*editor.notes, *editor.gone):
        editor.put(f"{folder}/{name}.md", new_note(folder.partition("/")[0], editor.values))


def _twin(editor: RandomEditor) -> None:
    """A second note that other systems would take for the first; or it goes again."""
    twin = editor.content / "mentors" / unicodedata.normalize("NFD", "Zoë.md")
    twin.unlink() if twin.exists() else editor.save(twin, b"---\ntitle: Twin\n---\n")


def _folder(editor: RandomEditor) -> None:
    """A folder of notes moved out of sight, or back; its files stay as they are."""
    home = editor.dice.choice(("lessons", "touchpoints/2018"))
    inside, away = editor.content / home, editor.content / f"_{home.replace('/', '-')}"
    if away.exists() and not inside.exists():
        away.rename(inside)
        editor.notes |= editor.away.pop(home)
    elif inside.exists() and not away.exists() and not any(p.startswith(home) for p in editor.held):
        inside.rename(away)
        editor.away[home] = {
            p: editor.notes.pop(p) for p in [*editor.notes] if p.startswith(f"{home}/")
        }


def _unborn(editor: RandomEditor) -> None:
    """A new note that cannot be read yet; or it goes again."""
    file = editor.content / f"people/{editor.dice.choice(('the-paper', 'grant'))}.md"
    file.unlink() if file.exists() else editor.save(file, b"---\nsince: [\n")


def _break(editor: RandomEditor) -> str:
    path = editor.some()
    editor.held[path] = editor.notes[path]
    return editor.put(path, editor.dice.choice(_BROKEN))


def _mend(editor: RandomEditor) -> str | None:
    if not editor.held:
        return None
    path = editor.dice.choice(tuple(editor.held))
    return editor.put(path, editor.held.pop(path))


def _touch(editor: RandomEditor) -> str:
    path = editor.some()
    return editor.put(path, editor.notes[path])


def _picture(editor: RandomEditor) -> None:
    file = editor.content / "news/plot.png"
    file.unlink() if file.exists() else editor.save(file, b"PNG")


def _settings(editor: RandomEditor) -> None:
    editor.save(editor.root / "journal.toml", editor.dice.choice(_SETTINGS).encode())


def _template(editor: RandomEditor) -> None:
    own = editor.root / "templates"
    name = editor.dice.choice(("news.html", "people.html", "static/journal.css"))
    if (own / name).exists():
        shutil.rmtree(own)
        return
    text = (shipped_templates() / name).read_bytes()
    editor.save(own / name, text.replace(b"<h1>", b"<h1>Own ") + b"\n")
    trust(editor.root)


#: Every kind of edit, and how many times as often as the rarest it is made.
_EDITS: dict[Callable[[RandomEditor], str | None], int] = {
    _key: 40, _text: 14, _delete: 9, _return: 6, _rename: 8, _create: 4, _twin: 1, _folder: 1,
    _unborn: 2, _break: 4, _mend: 4, _touch: 2, _picture: 1, _settings: 3, _template: 1,
}  # fmt: skip


def generated_journal(root: Path, size: int, day: date) -> Path:
    """Write a journal of `size` touchpoints that ends on a day, for its owner alone."""
    with private_umask():
        write(root, size, "soak", day)
    return root


@contextmanager
def private_umask() -> Iterator[None]:
    """Let what is made be for its owner alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
