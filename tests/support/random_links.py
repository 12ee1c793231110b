"""Journals made at random in which names collide, and links are spelled in every way."""

from random import Random

_NAMES = (
    "Amara Okoye", "amara okoye", "Zoë", "Zoe", "Sean O'Brien", "Bo", "Dr. Bo Chen",
    "Anna-Maria Weiß", "山田 太郎", "J. R. (Jim) Ruiz", "Ада", "Nuno: the second",
)  # fmt: skip
NEW_NAMES = (
    "Zoë Lindqvist", "Amara Okafor", "Anna & Co., Ltd.", "no", "Ruiz, Jim", "O'Neil “Tip”",
    "佐藤 花子", "A#B [C]", "Bo Chen-Lee", "ZOE", "amara-okoye",
)  # fmt: skip
_HEAD = ("", "\ufeff")


def random_journal(seed: int) -> dict[str, str]:
    """Return the notes of a journal, by id."""
    return _Maker(Random(seed)).notes()


class _Maker:
    def __init__(self, dice: Random) -> None:
        self.dice = dice
        #: id -> title and alias
        self.people: dict[str, tuple[str, str]] = {}
        #: what leads from the folder of the note that is made to that of all notes
        self.up = ""

    def notes(self) -> dict[str, str]:
        for title in self.dice.sample(_NAMES, 6):
            folder = self.dice.choice(("mentors", "people", "proteges/lab"))
            stem = self.dice.choice((title, title.lower().replace(" ", "-"), f"p{title[0]}"))
            stem = stem.replace(":", "").replace(".", "")
            if not any(i.rpartition("/")[2].lower() == stem.lower() for i in self.people):
                self.people[f"{folder}/{stem}"] = title, self.dice.choice(("", title.split()[-1]))
        found = {note_id: self._person(note_id) for note_id in self.people}
        self.up = "../../"
        for number in range(12):
            found[f"touchpoints/2026/t{number}"] = self._touchpoint(number)
        self.up = "../"
        for number in range(4):
            found[f"lessons/l{number}"] = self._lesson()
        goal = self.dice.choice([*self.people])
        found[f"goals/{goal.rpartition('/')[2]}"] = f"{self._text()}\n"
        return found

    def _person(self, note_id: str) -> str:
        self.up = "../" * note_id.count("/")
        title, alias = self.people[note_id]
        lines = [f"title: {_double(title)}"] if self.dice.random() < 0.7 else []
        lines += [f"aliases: [{_double(alias)}]"] if alias else []
        lines += [f"since: 201{self.dice.randint(0, 9)}", f"introduced_by: {self._key()}"]
        heading = f"# {title}\n" if self.dice.random() < 0.3 else ""
        return _note(lines, f"{heading}{self._text()}\n")

    def _touchpoint(self, number: int) -> str:
        keys = [
            f"people: {self._key()}",
            "channel: email",
            f"date: 2026-0{self.dice.randint(1, 6)}-1{self.dice.randint(0, 4)}",
            f"about: {self._key()}",
        ]
        if number % 3 == 0:
            keys.append(f"title: 'With {self._wiki().replace(chr(39), chr(39) * 2)}'")
        newline = self.dice.choice(("\n", "\r\n"))
        note = _note(keys, f"{self._text()}\n- [ ] tell {self._wiki()} 📅 2026-07-01")
        return self.dice.choice(_HEAD) + note.replace("\n", newline)

    def _lesson(self) -> str:
        return f"---\nfrom:\n  - {self._item()}\n  - {self._item()}\n---\n> {self._text()}\n"

    def _text(self) -> str:
        parts = [self._wiki(), self._address(), f"`{self._wiki()}`", f"%% {self._wiki()} %%", "So."]
        return " ".join(self.dice.sample(parts, 3))

    def _name(self) -> str:
        """Return one of the names by which somebody is linked."""
        note_id = self.dice.choice([*self.people])
        title, alias = self.people[note_id]
        stem = note_id.rpartition("/")[2]
        found = self.dice.choice((note_id, stem, stem, title, title, alias or stem, f"{stem}.md"))
        is_name = "/" not in found and not found.endswith(".md")
        return self.dice.choice((found, found, found.upper() if is_name else found))

    def _wiki(self) -> str:
        shown = self.dice.choice(("", "", "|them", "#Notes", "#Notes|them"))
        return f"[[{self._name()}{shown}]]"

    def _address(self) -> str:
        note_id = self.dice.choice([*self.people])
        return f"[them](<{self.up}{note_id}.md>)"

    def _key(self) -> str:
        one = self.dice.choice((self._item, self._item, lambda: f"[{self._item()}]"))
        return one()

    def _item(self) -> str:
        name = self._name()
        return self.dice.choice((_double(name), _single(name), _double(f"[[{name}|x]]")))


def _note(lines: list[str], body: str) -> str:
    return "\n".join(("---", *lines, "---", body))


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
