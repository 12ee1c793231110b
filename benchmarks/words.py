"""The vocabulary of the generated notes, as `words.toml` has it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@dataclass(frozen=True)
class City:
    """A place where people live."""

    name: str
    country: str
    tz: str
    hours: tuple[int, int]
    """From and until which hour, in Lisbon, it is daytime there as well."""


SENTENCES: list[str] = _WORDS["sentences"]
EMPHATIC: list[str] = _WORDS["emphatic"]
QUESTIONS: list[str] = _WORDS["questions"]
TASKS: list[str] = _WORDS["tasks"]
TITLES: dict[str, list[str]] = _WORDS["titles"]
SLOTS: dict[str, list[str]] = _WORDS["slots"]
PRONOUNS: list[tuple[str, str]] = _WORDS["pronouns"]
TAGS: list[str] = _WORDS["tags"]
FIRST_NAMES: list[str] = _WORDS["first_names"]
LAST_NAMES: list[str] = _WORDS["last_names"]
CITIES = [City(**city) for city in _WORDS["cities"]]
