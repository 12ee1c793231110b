"""Front matter that is not YAML: line, column and code of what is found."""

import pytest

from tests.support.malformed import Cases, Checked, assert_harmless, check_all, person

CASES: Cases = {
    "tab indent list": person("fields:\n\t- a\n\t- b", (4, 1, "F01")),
    "an unquoted Re": person("met: Re: a: b\nwhy: x", (3, 8, "F01")),
    "colon end": person("met: at the bar:", (3, 16, "F01")),
    "url value": person("met: see http://example.org/a: b", (3, 30, "F01")),
    "dash text": person("met: - a", (3, 6, "F01")),
    "pipe bad": person("met: |x\n  y", (3, 7, "F01")),
    "block unindented": person("met: |\nsome text here\nwhy: x", (4, 1, "F01")),
    "multiplain": person("met: at the\nbar in Rome\nwhy: x", (4, 1, "F01")),
    "multiplain colon": person("met: at the\n  bar: in Rome\nwhy: x", (4, 6, "F01")),
    "bad indent key": person("met: x\n  why: y", (4, 6, "F01")),
    "bad dedent": person("fields:\n    - a\n  - b", (5, 3, "F01")),
    "percent directive": person("%YAML 1.1", (3, 1, "F01")),
    "nested flow9": person("met: " + "[" * 9 + "]" * 9, (3, 13, "F01")),
    "nested flow8": person("fields: " + "[" * 7 + "a" + "]" * 7, (3, 14, "F07")),
    "nested indent": person("\n".join("  " * i + f"k{i}:" for i in range(12)), (11, 17, "F01")),
    "nested indent list": person("fields:\n  " + "- " * 12 + "x", (4, 17, "F01")),
    "brackets200k": person("met: " + "[" * 60000, (3, 13, "F01")),
    "braces60k": person("met: " + "{" * 60000, (3, 13, "F01")),
    "close bracket": person("met: ]", (3, 6, "F01")),
    "close brace": person("met: }", (3, 6, "F01")),
    "comma": person("met: , x", (3, 6, "F01")),
    "a greater-than sign": person("met: >x", (3, 7, "F01")),
    "an ampersand": person("met: & co", (3, 7, "F01")),
    "an exclamation mark": person("met: ! hello", (3, 6, "F01")),
    "an exclamation mark that touches": person("met: !hello", (3, 6, "F01")),
    "bold text": person("met: **bold** text", (3, 7, "F01")),
    "an apostrophe inside single quotes": person("met: 'it's here'", (3, 10, "F01")),
    "a single quote that never closes": person("met: 'it", (3, 6, "F01")),
    "quotes around a first word": person('met: "a" b "c"', (3, 10, "F01")),
    "backslash": person('met: "C:\\Users\\x"', (3, 11, "F01")),
    "a backtick in an item": person("fields:\n  - `a`", (4, 5, "F01")),
    "at list": person("fields:\n  - ok\n  - @ada", (5, 5, "F01")),
    "json inline": person("{met: x}", (3, 1, "F01")),
    "an end of document with a word": person("met: x\n... y", (4, 5, "F01")),
    "a rule inside a block": person("met: |\n  a\n---\nwhy: x", (6, 1, "F01")),
    "a mistake after U+2028, again": person("met: a\u2028b\nnext: soon", (4, 7, "F03")),
    "a colon after emoji": person("met: 😀😀 x\nwhy: 😀: b: c", (4, 7, "F01")),
    "64k comment": person("#" + "x" * 66000, (1, 1, "F01")),
    "open long": person("why: x\nfields: [a,\n b,\n c\nmet: y", (4, 9, "F01")),
    "a template in braces": person("met: {{ title }}", (3, 7, "F01")),
    "a template in percent signs": person("met: {% x %}", (3, 7, "F01")),
    "a mistake after a quoted text of three lines": person(
        'met: "a\n\n  b"\nnext: soon', (6, 7, "F03")
    ),
    "a mistake after a folded block": person("met: >-\n  a\n  b\nnext: soon", (6, 7, "F03")),
    "a mistake after a block of blank lines": person("met: |+\n\n\n\nnext: soon", (7, 7, "F03")),
    "an indented block of nine": person("met: |9\n  a\nnext: soon", (4, 3, "F01")),
    "comments between": person("# c\n\n# d\nnext: soon # later", (6, 7, "F03")),
    "brackets in a text": person("met: [[Ada]]", (3, 6, "F07")),
    "a telephone number with blanks": person("link: 'tel:+351 1'", (3, 7, "M02")),
    "tags hash": person("tags: #mentor #friend", (3, 7, "F03")),
    "tags hash item": person("tags:\n  - #mentor\n  - b", (4, 5, "F03")),
    "email hash": person("email: #none", (3, 8, "F03")),
    "prefers hash": person("prefers: #email", (3, 10, "F03")),
    "tab in list": person("fields:\n  - a\n\t- b", (5, 1, "F01")),
    "key only": person("met", (3, 1, "F01")),
    "two colons": person("met:: x", (3, 1, "F06")),
    "an equals sign": person("met = x\nwhy: y", (3, 1, "F01")),
    "arrow": person("met => x", (3, 1, "F01")),
    "semicolon": person("met: x; why: y", (3, 12, "F01")),
    "comma keys": person("met: x, why: y", (3, 12, "F01")),
    "quote key": person("'met: x\nwhy: y", (3, 1, "F01")),
    "a double quote that never closes": person('met: "a\nwhy: y\nnext: 2026-01-01', (3, 6, "F01")),
    "list in list cut": person("fields: [a, [b, c]", (3, 9, "F01")),
    "colon in list": person("fields: [a: b: c]", (3, 9, "F01")),
    "colon in item": person("questions:\n  - What about this: or that: or both?", (4, 29, "F01")),
    "item quote": person('questions:\n  - "Why?" she asked', (4, 12, "F01")),
    "bracket mid": person("fields: [a] b", (3, 13, "F01")),
    "brace mid": person("met: {a} b", (3, 10, "F01")),
    "a list with stars": person("fields:\n  * a\n  * b", (4, 4, "F01")),
    "a list with stars at the margin": person("fields:\n* a\n* b", (4, 2, "F01")),
    "a list with bullets": person("fields:\n  • a\n  • b", (4, 3, "F03")),
    "a list with plus signs": person("fields:\n  + a\n  + b", (4, 3, "F03")),
    "a list with numbers": person("fields:\n  1. a\n  2. b", (4, 3, "F03")),
    "a sentence between keys": person("met: x\n\nSome words here\n\nwhy: y", (5, 1, "F01")),
    "html comment": person("<!-- note -->\nmet: x", (3, 1, "F01")),
    "slash comment": person("// note\nmet: x", (3, 1, "F01")),
    "dash line": person("met: x\n-----\nwhy: y", (4, 1, "F01")),
    "four dash close": person("met: x\n----", (4, 1, "F01")),
    "bad block indent": person("met: |\n   a\n  b\nnext: soon", (5, 3, "F01")),
    "a field as Dataview writes it": person("met:: somewhere", (3, 1, "F06")),
    "list then scalar": person("fields:\n  - a\nb", (5, 1, "F01")),
    "too deep key": person("a: {b: {c: {d: {e: {f: {g: {h: {i: x}}}}}}}}", (3, 32, "F01")),
    "anchor key": person("&a met: x", (3, 1, "F01")),
    "alias key": person("*a : x", (3, 1, "F01")),
    "tag key": person("!x met: y", (3, 1, "F01")),
    "flow key": person("[a]: x", (3, 1, "F01")),
    "flow map key": person("{a: b}: x", (3, 1, "F01")),
    "long quoted": person('met: "' + "y" * 70000 + '"', (1, 1, "F01")),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_all(tmp_path_factory.mktemp("journal"), CASES)


def test_all_of_them_together_cost_no_other_note(checked: Checked) -> None:
    assert_harmless(checked)


@pytest.mark.parametrize("name", CASES)
def test_what_is_no_yaml_is_named_where_a_person_has_to_look(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
