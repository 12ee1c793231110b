"""Keys written twice, oddly or in the wrong form: line, column and code of what is found."""

import pytest

from tests.support.malformed import Cases, Checked, person, touchpoint

CASES: Cases = {
    "hash value": person("met: #1 fan", (3, 6, "F03")),
    "a list for a key": person("? [a, b]\n: x", (3, 3, "F01")),
    "list mixed": person("fields:\n  - a\n  b: c", (5, 3, "F01")),
    "list nodash": person("fields:\n  - a\n  b\n  - c", (5, 3, "F01")),
    "list nospace": person("fields:\n  -a\n  -b", (4, 3, "F03")),
    "key no space": person("since2:2016", (3, 1, "F01")),
    "anchor list": person("fields: &f [a]\ninterests: *f", (3, 9, "F01")),
    "an alias of nothing": person("met: *nobody", (3, 6, "F01")),
    "merge": person("<<: *x", (3, 5, "F01")),
    "merge quoted": person("'<<': x", (3, 1, "F01")),
    "tag str": person("met: !!str x", (3, 6, "F01")),
    "tag bang": person("met: ! x", (3, 6, "F01")),
    "tag custom": person("met: !secret x", (3, 6, "F01")),
    "a key and its plural": person("tags: a\nTag: b", (4, 1, "F02")),
    "a key three times": person("met: x\nmet: y\nmet: z", (4, 1, "F02"), (5, 1, "F02")),
    "a name and a title": person("name: A\ntitle: B", (4, 1, "F02")),
    "an unknown key twice": person("foo: a\nfoo: b", (4, 1, "F02")),
    "dup since": person("since: 2016", (3, 1, "F02")),
    "with and people": touchpoint("with: bo", (4, 1, "F02")),
    "two spellings of a follow-up": touchpoint(
        "follow_up: 2026-07-01\nfollowup-on: 2026-07-01", (5, 1, "F02")
    ),
    "case key": person("SINCE: 2016", (3, 1, "F02")),
    "key dash": person("quiet-hours: 2100-0900", (3, 14, "F03")),
    "a zero-width space in a key": person("ca\u200bdence: weekly", (3, 1, "F06")),
    "a bidi override in a key": person("\u202ecadence: weekly", (3, 1, "F06")),
    "a no-break space after the colon": person("cadence:\u00a0weekly", (3, 1, "F01")),
    "a soft hyphen in a key": person("ca\u00addence: weekly", (3, 1, "F06")),
    "a Cyrillic letter in a key": person("сadence: weekly", (3, 1, "F06")),
    "a wide letter in a key": person("ｃadence: weekly", (3, 1, "F06")),
    "key empty": person(": x", (3, 1, "F01")),
    "a key of nothing in quotes": person("'': x", (3, 1, "F06")),
    "key long": person("k" * 2000 + ": x", (3, 1, "F01")),
    "a key of 1500 letters without colon": person("k" * 1500, (3, 1, "F01")),
    "a newline in a key": person('"si\\nnce": x', (3, 1, "F06")),
    "a tab in a key": person('"\\tmet": x\nmet: y', (4, 1, "F02")),
    "empty map": person("met: {}", (3, 6, "F03")),
    "map fields": person("fields:\n  a: 1\n  b: 2", (4, 3, "F03")),
    "map met": person("met:\n  where: x", (4, 3, "F03")),
}


@pytest.mark.parametrize("name", CASES)
def test_an_odd_key_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
