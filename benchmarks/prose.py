"""Sentences, and notes made of them, from a seeded source of chance."""

import re
from collections.abc import Sequence
from random import Random
from typing import TypeVar

from benchmarks.words import EMPHATIC, PRONOUNS, QUESTIONS, SENTENCES, SLOTS, TASKS, TITLES

T = TypeVar("T")
SLOT = re.compile(r"\{(\w+)\}")


class Dice:
    """Chance that gives the same on every Python: only `Random.random` is drawn from."""

    def __init__(self, seed: str) -> None:
        """Begin anew from `seed`."""
        self.roll = Random(seed).random

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of `choices`, each as likely."""
        return choices[int(self.roll() * len(choices))]

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + int(self.roll() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """Return true in `share` of all calls (0 to 1)."""
        return self.roll() < share

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """Return `count` different ones of `choices`, or all of them where there are fewer."""
        left = list(choices)
        return [left.pop(int(self.roll() * len(left))) for _ in range(min(count, len(left)))]


class Prose:
    """Writes text out of the vocabulary."""

    def __init__(self, dice: Dice) -> None:
        """Draw every choice from `dice`."""
        self.dice = dice
        self.pronouns = PRONOUNS[0]

    def fill(self, pattern: str) -> str:
        """Return `pattern` with its slots filled."""
        return SLOT.sub(self._slot, pattern)

    def _slot(self, found: re.Match[str]) -> str:
        name = found[1]
        match name:
            case "They":
                return self.pronouns[0]
            case "they":
                return self.pronouns[0].lower()
            case "them":
                return self.pronouns[1]
            case "Topic":
                return self.dice.pick(SLOTS["topic"]).capitalize()
        return self.dice.pick(SLOTS[name])

    def title(self, kind: str) -> str:
        """Return a title for a note of `kind`."""
        return self.fill(self.dice.pick(TITLES[kind]))

    def question(self) -> str:
        """Return a question that is answered with a word or two."""
        return self.fill(self.dice.pick(QUESTIONS))

    def task(self) -> str:
        """Return what there is to do, without its box."""
        return self.fill(self.dice.pick(TASKS))

    def sentence(self) -> str:
        """Return a sentence, plain nine times out of ten."""
        return self.fill(self.dice.pick(EMPHATIC if self.dice.chance(0.1) else SENTENCES))

    def paragraph(self, linked: str | None = None) -> str:
        """Return two to five sentences, one of them about the `linked` note."""
        sentences = [self.sentence() for _ in range(self.dice.between(2, 5))]
        if linked:
            sentences.insert(self.dice.between(0, len(sentences)), f"This belongs to {linked}.")
        return " ".join(sentences)

    def body(self, links: Sequence[str], tasks: Sequence[str]) -> str:
        """Return 80 to 200 words of Markdown with every link and task in it."""
        self.pronouns = self.dice.pick(PRONOUNS)
        blocks = [self.paragraph(link) for link in links] or [self.paragraph()]
        if tasks:
            blocks.append("\n".join(tasks))
        wanted = self.dice.between(80, 140)
        if self.dice.chance(0.3):
            blocks.append(self._special())
        while _words(blocks) < wanted:
            blocks.append(self.paragraph())
        return "\n\n".join(blocks) + "\n"

    def _special(self) -> str:
        often = (self._list,) * 8 + (self._quote,) * 6 + (self._address,) * 2
        return self.dice.pick((*often, self._outside_link, self._table, self._code))()

    def _list(self) -> str:
        return "\n".join(f"- {self.sentence()}" for _ in range(self.dice.between(2, 3)))

    def _quote(self) -> str:
        return f"> {self.sentence()}"

    def _address(self) -> str:
        slug = self.fill("{topic}/{thing}")
        return f"The page is https://example.org/{slug} for anybody who asks."

    def _outside_link(self) -> str:
        return f"More of it in [the {self.fill('{thing}')}](https://example.org/notes)."

    def _table(self) -> str:
        rows = [f"| {self.fill('{part} | {quality}')} |" for _ in range(self.dice.between(2, 4))]
        return "\n".join(["| part | state |", "|---|---|", *rows])

    def _code(self) -> str:
        return f"```\n{self.fill('{topic} = {thing}(scale=2)')}\nprint({self.fill('{part}')})\n```"


def _words(blocks: Sequence[str]) -> int:
    return sum(block.count(" ") + block.count("\n") + 1 for block in blocks)
