"""The stylesheet: legible, small, and on its own."""

import re

import pytest

from tests.support.paths import REPO

STYLE = REPO / "templates" / "static" / "journal.css"
MOST_CHARACTERS = 45_000  # every page that is opened reads all of it


def _colours(scheme: int) -> dict[str, str]:
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\);", STYLE.read_text())
    return {name: (light, dark)[scheme] for name, light, dark in pairs}


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("text_colour", ["ink", "soft", "water", "warm", "moss"])
def test_text_can_be_read_on_every_ground(scheme: int, ground: str, text_colour: str) -> None:
    colours = _colours(scheme)
    levels = sorted((_luminance(colours[text_colour]), _luminance(colours[ground])))
    assert (levels[1] + 0.05) / (levels[0] + 0.05) >= 4.5


def test_the_stylesheet_is_small_and_asks_nobody_else() -> None:
    style = STYLE.read_text()
    assert len(style) < MOST_CHARACTERS
    assert not re.search(r"url\(|@import", style)
    assert re.findall(r"([^{}\s]+)\s*\{[^{}]*!important", style) == ["[hidden]"]
