"""No word of a body is lost, and every body renders, whatever of it has been typed so far."""

import html as entities
import random
import re
from urllib.parse import unquote

import pytest

from journal.body.extract import extract_contents
from journal.markup.link_placeholders import FILE, fill_placeholders
from journal.markup.render import Rendered, render
from tests.support.markdown_examples import OURS, mutated, published
from tests.support.web_tools import needs_web_tools

pytestmark = [*needs_web_tools(), pytest.mark.long]

SEEDS = range(8)
EACH = 1500

LINKS = (
    "``[[a]]`",
    "[x]([[a]])",
    "[x [[a]] y](b.md) ![z [[c]]](d.png)",
    "> told [[a]]\nlazily [[b]]\n\n- [ ] send [[c]]\nlazy [[d]]",
    "[x][y] [y] ![y]\n\n[y]: a.md 'title'\n[z]: [[b]]",
    "^[note [[a]] ^[inner]] [^1]\n\n[^1]: [[b]]\n\n    [c](c.md)",
    "| [[a|b]] | `c|[[d]]` |\n|---|---|\n| [[e\\|f]] | [g](h.md) | [[i]]",
    "    [[a]]\n\n```\n[[b]]\n```\n\n- c\n\n      [[d]]\n\n%%[[e]]%% [[f]]",
    "[[a]\n] \\[[b]] \\\\[[c]] [[d#e|f]] [[#g]] [[|h]] ![[i.png|300]] ![[j]] <https://x.org/[[k]]>",
)

WORD = re.compile(r"(?<![\w&#])[^\W\d_]{2,}(?![\w:;])")
NOT_SEEN = re.compile(
    r"%%.*?%%"  # a comment
    r"|^[ \t>*+\d.)-]*(?:\[\^[^\]\n]*\]:[ \t]*)?(?:`{3,}|~{3,})[ \t]*\S+"  # the language of code
    r"|\[\^[^\]\n]*\]|\^[\w-]+[ \t]*$|\[![\w-]+\]"  # a footnote's name, a block's, a callout's kind
    r"|\A(?:[ \t]*\n)* {0,3}#(?:[ \t][^\n]*)?(?:\n|\Z)",  # the heading that names the page
    re.DOTALL | re.MULTILINE,
)
NAMES = re.compile(r"\]\[([^\[\]]*)\]|\[([^\[\]]*)\]:", re.DOTALL)
HIDDEN_ATTRIBUTES = re.compile(r' (?:class|id)="[^"]*"')


def marked(body: str) -> tuple[str, list[str]]:
    """Put a word of its own in place of every word; return the body and the words."""
    words: list[str] = []

    def mark(found: re.Match[str]) -> str:
        words.append(f"q{''.join(chr(97 + int(digit)) for digit in str(len(words)))}z")
        return words[-1]

    return WORD.sub(mark, body), words


def seen(read: Rendered) -> str:
    """Return all that a reader sees or follows: text, addresses, titles, findings."""
    said = " ".join(mistake.message for mistake in read.mistakes)
    return unquote(entities.unescape(HIDDEN_ATTRIBUTES.sub("", read.html))).casefold() + said


def lost(body: str) -> list[str]:
    """Return the words of a body that nobody sees, but those that nobody is meant to."""
    typed, words = marked(body)
    shown = seen(render(typed, 1, "n"))
    gone = [word for word in words if word not in shown]
    return [word for word in gone if not meant(typed, word)]


def meant(typed: str, word: str) -> bool:
    if any(word in found[0] for found in NOT_SEEN.finditer(typed)):
        return True
    return any(word in (found[1] or found[2] or "") for found in NAMES.finditer(typed))


def test_no_word_of_a_published_example_is_lost() -> None:
    for body in published():
        for typed in (body, f"- {body}", f"> {body}"):
            assert lost(typed) == [], typed


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_is_lost_whatever_slips_in(seed: int) -> None:
    chance, examples = random.Random(seed), published()
    for _ in range(EACH):
        body = mutated(chance, examples)
        assert lost(body) == [], body


def shown_links(body: str) -> tuple[set[str], set[str]]:
    """Return what a body's HTML leads to: notes, other files."""
    notes: set[str] = set()
    files: set[str] = set()

    def resolve(kind: str, target: str, heading: str) -> str:
        (files if kind == FILE else notes).add(target)
        return ""

    fill_placeholders(render(f"x\n\n{body}", 1, "n").html, resolve)
    return notes, files


@pytest.mark.parametrize("seed", SEEDS)
def test_what_counts_as_a_link_is_shown_as_one_and_the_other_way_round(seed: int) -> None:
    chance, examples = random.Random(seed), [*LINKS, *OURS, *published()]
    for _ in range(EACH):
        body = mutated(chance, chance.choice(([*LINKS], [*OURS], examples)))
        counts = extract_contents(f"x\n\n{body}")
        links = {link.target for link in counts.links}
        embeds = {embed.target for embed in counts.embeds}
        notes, files = shown_links(body)
        assert links <= notes <= links | embeds, body
        assert links | embeds <= notes | files, body


def test_every_prefix_of_a_body_renders() -> None:
    for body in published():
        for end in range(len(body)):
            codes = {mistake.code for mistake in render(body[:end], 1, "n").mistakes}
            assert "M01" not in codes, body[:end]
