"""The search page's script folds what is typed as the program folds names."""

import json
import subprocess
from random import Random
from unicodedata import category

import pytest

from journal.folding import folded
from tests.support.paths import REPO
from tests.support.web_tools import needs_web_tools

pytestmark = [*needs_web_tools(), pytest.mark.slow]

FINDER = REPO / "templates" / "static" / "finder.js"
#: Prints the folding of every text of a list, by the script of the search page.
FOLD = """
const source = require("fs").readFileSync(process.argv[1], "utf8");
const Finder = new Function(source + "; return Finder")();
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map(Finder.folded)));
"""
#: Every character that Unicode knows, but what no text holds.
KNOWN = [c for c in map(chr, range(0x110000)) if category(c) not in ("Cn", "Co", "Cs")]
SCRIPTS = (
    "aeiouAEIOUßẞıİłŁøØđĐðÐþÞæÆœŒħĦǿǽﬁ",
    "αάΆςσΣᾳᾴϐΐ",
    "ийІїЁё҃",
    "\u0301\u0308\u0327\u0345\u0323",
    "はばぱハバパﾊﾞ\u3099\u309a",
    "가각힣가",
    "कि्षงก่שָׁعَلي",
    "\u200c\u200d\ufe0f\u00ad🦊👩‍👧1²Ⅷ℡",
    "  \u00a0\u2003\u3000\u2028\t-_--__",
)


def _random_texts(count: int) -> list[str]:
    dice = Random(11)
    return ["".join(dice.choices("".join(dice.sample(SCRIPTS, 3)), k=9)) for _ in range(count)]


def test_the_search_page_folds_as_the_program_does_in_every_script() -> None:
    texts = [*KNOWN, *(f"a{c}\u0301" for c in KNOWN[:20_000]), *_random_texts(20_000)]
    asked = json.dumps(texts)
    found = subprocess.run(
        ["node", "-e", FOLD, str(FINDER)],
        input=asked,
        text=True,
        capture_output=True,
        check=True,
    )
    theirs = json.loads(found.stdout)
    assert [(t, f, folded(t)) for t, f in zip(texts, theirs, strict=True) if f != folded(t)] == []
