"""Front matter without fences, or in another form: line, column and code of what is found."""

import pytest

from tests.support.malformed import Cases, Checked, whole

CASES: Cases = {
    "directive first": whole("---\n%YAML 1.2\n---\nsince: 2015\n---\n", (2, 1, "F01")),
    "a tag directive": whole("---\n%TAG ! x\nsince: 2015\n---\n", (2, 1, "F01")),
    "braces around all that never close": whole("---\n{since: 2015, met: x\n---\n", (2, 1, "F01")),
    "text top": whole("---\nAda is great\n---\n", (2, 1, "F01")),
    "two lines of text": whole("---\nAda is great\nand kind\n---\nsome\n", (2, 1, "F01")),
    "list top": whole("---\n\n- a\n- b\n---\n", (3, 1, "F01")),
    "null top": whole("---\n~\n---\n", (2, 1, "F01")),
    "only fence": whole("---", (1, 1, "F08")),
    "only a fence and a newline": whole("---\n", (1, 1, "F08")),
    "four dashes": whole("----\nsince: 2015\n----\n", (1, 1, "F01")),
    "fence indented": whole("  ---\nsince: 2015\n  ---\n", (1, 1, "F01")),
    "fence close indented": whole("---\nsince: 2015\n  ---\n", (1, 1, "F08")),
    "em dashes": whole("—\nsince: 2015\n—\n", (1, 1, "F01")),
    "two dashes": whole("--\nsince: 2015\n--\n", (1, 1, "F01")),
    "fence missing open": whole("since: 2015\n---\ntext\n", (1, 1, "F01")),
    "fence stars": whole("***\nsince: 2015\n***\n", (1, 1, "F01")),
    "fence code": whole("```yaml\nsince: 2015\n```\n", (1, 1, "F01")),
    "a word after the fence": whole("--- yaml\nsince: 2015\n---\n", (1, 1, "F01")),
    "fence comment": whole("--- # x\nsince: 2015\n---\n", (1, 1, "F01")),
    "two byte order marks": whole("\ufeff\ufeff---\nsince: 2015\n---\n", (1, 1, "F01")),
    "a zero-width space above": whole("\u200b---\nsince: 2015\n---\n", (1, 1, "F01")),
    "no-break spaces after the fences": whole("---\u00a0\nsince: 2015\n---\u00a0\n", (1, 1, "F08")),
    "late heading": whole("# Somebody\n\n---\nsince: 2015\n---\n", (3, 1, "F01")),
    "late comment": whole("<!-- x -->\n---\nsince: 2015\n---\n", (2, 1, "F01")),
    "toml crlf": whole("+++\r\nsince = 2015\r\n+++\r\n", (1, 1, "F01")),
    "toml space": whole("+++ \nsince = 2015\n+++\n", (1, 1, "F01")),
    "json one": whole('{"since": "2015"}\n', (1, 1, "F01")),
    "json fence": whole(';;;\n{"since": 2015}\n;;;\n', (1, 1, "F01")),
    "keys below the end": whole("---\nsince: 2015\n---\nmet: x\n---\ntext\n", (4, 1, "F01")),
}


@pytest.mark.parametrize("name", CASES)
def test_front_matter_in_disguise_is_seen(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
