"""Lists nest with two or four spaces, and need no blank line before them."""

import random
import re

import pytest

from journal.markup.render import render
from tests.support.commonmark import reference, structure

NESTED = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"


def shown(body: str) -> str:
    html = re.sub(r"\n(?=<)|(?<=>)\n", "", render(body, 1, "n").html)
    return re.sub(r' class="task[^"]*"|<input[^>]*> ', "", html)


@pytest.mark.parametrize("spaces", [2, 3, 4])
@pytest.mark.parametrize("marker", ["-", "*", "+", "- [ ]", "- [x]"])
def test_lists_nest(spaces: int, marker: str) -> None:
    body = "\n".join(
        " " * (spaces * depth) + f"{marker} {word}"
        for depth, word in ((0, "a"), (1, "b"), (2, "c"), (0, "d"))
    )
    assert shown(body) == NESTED
    assert shown(f"text\n{body}") == f"<p>text</p>{NESTED}"
    assert shown(f"text\n\n{body}\n\ntext") == f"<p>text</p>{NESTED}<p>text</p>"


def test_lists_nest_with_tabs() -> None:
    assert shown("- a\n\t- b\n\t\t- c\n- d") == NESTED


@pytest.mark.parametrize("spaces", [2, 3, 4])
def test_bullets_stand_inside_numbers(spaces: int) -> None:
    pad = " " * spaces
    assert shown(f"Then:\n1. a\n{pad}- b\n{pad}- c\n2. d") == (
        "<p>Then:</p><ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>"
    )


def test_numbers_stand_inside_bullets() -> None:
    assert shown("- a\n  1. b\n  2. c\n- d") == (
        "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"
    )


def test_a_number_with_a_bracket_begins_a_list() -> None:
    assert shown("1) a\n2) b") == "<ol><li>a</li><li>b</li></ol>"


def test_a_list_begins_with_its_first_number() -> None:
    assert shown("3. a\n4. b") == '<ol start="3"><li>a</li><li>b</li></ol>'


def test_another_marker_begins_another_list() -> None:
    assert shown("- a\n1. b") == "<ul><li>a</li></ul><ol><li>b</li></ol>"


def test_the_year_in_a_sentence_begins_no_list() -> None:
    assert shown("That was in\n2019. It rained.") == "<p>That was in\n2019. It rained.</p>"
    assert shown("- in\n  2019. It rained.") == "<ul><li>in\n2019. It rained.</li></ul>"


def test_an_item_goes_on_with_or_without_indentation() -> None:
    assert shown("- a\n  b\nc\n- d") == "<ul><li>a\nb\nc</li><li>d</li></ul>"


@pytest.mark.parametrize("spaces", [2, 4])
def test_an_item_has_paragraphs(spaces: int) -> None:
    assert shown(f"- a\n\n{' ' * spaces}b\n\nc") == "<ul><li><p>a</p><p>b</p></li></ul><p>c</p>"


def test_a_list_in_a_quote_in_a_list() -> None:
    assert shown("- a\n  > b\n  > - c\n- d") == (
        "<ul><li>a<blockquote><p>b</p><ul><li>c</li></ul></blockquote></li><li>d</li></ul>"
    )


def test_code_in_a_list_is_left_alone() -> None:
    body = "```\n- a\n  - b\n```"
    assert shown(body) == "<pre><code>- a\n  - b</code></pre>"


class NestedBlocks:
    """Writes documents out of blocks inside blocks, from a seeded source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def blocks(self, depth: int = 0) -> list[list[str]]:
        return [self.block(depth) for _ in range(self.chance.randint(1, 3))]

    def block(self, depth: int) -> list[str]:
        kinds = [["some text", "more"], ["> a quote", "> goes on"], ["```", "code", "```"]]
        kinds += [["## heading"], ["one line"], ["***"]]
        return self.items(depth) if depth < 3 and self.chance.random() < 0.5 else self.pick(kinds)

    def pick(self, kinds: list[list[str]]) -> list[str]:
        return self.chance.choice(kinds)

    def items(self, depth: int) -> list[str]:
        numbered, loose = self.chance.random() < 0.3, self.chance.random() < 0.3
        lines: list[str] = []
        for number in range(self.chance.randint(1, 3)):
            marker = f"{number + 1}. " if numbered else "- "
            inner = self.joined([["an item"], *self.blocks(depth + 1)], loose)
            pad = " " * len(marker)
            lines += [""] if loose and lines else []
            lines += [
                (marker if i == 0 else pad) + line if line else "" for i, line in enumerate(inner)
            ]
        return lines

    def joined(self, blocks: list[list[str]], loose: bool) -> list[str]:
        lines: list[str] = []
        for block in blocks:
            lines += [""] if lines and (loose or self.chance.random() < 0.3) else []
            lines += block
        return lines


@pytest.mark.parametrize("seed", range(150))
def test_blocks_nest_as_in_commonmark(seed: int) -> None:
    writer = NestedBlocks(seed)
    body = "\n".join(["begin", "", *writer.joined(writer.blocks(), loose=False)])
    assert structure(render(body, 1, "n").html) == structure(reference(body))
