"""Files that are not the text they should be: line, column and code of what is found."""

import pytest

from tests.support.malformed import START, Cases, Checked, person, whole

CASES: Cases = {
    "a byte order mark in a key": person("\ufeffcadence: weekly", (3, 1, "F01")),
    "conflict mid": person(
        "met: x\n<<<<<<< HEAD\nwhy: y\n=======\nwhy: z\n>>>>>>> o", (4, 1, "F01")
    ),
    "conflict diff3": person(
        "met: x\n<<<<<<< HEAD\nwhy: y\n||||||| base\nwhy: q\n=======\nwhy: z\n>>>>>>> o",
        (4, 1, "F01"),
    ),
    "a mistake after U+2028": person("met: a\u2028b: c\nwhy: [", (3, 9, "F01")),
    "NEL in a value": person("met: a\u0085b: c\nnext: soon", (3, 7, "F01")),
    "a byte of no encoding": person("met: a\x0cb\nnext: soon", (3, 7, "F01")),
    "CR in a value": person("met: a\rnext: soon", (3, 7, "F01")),
    "CR in a value again": person("met: a\rb\nnext: soon", (3, 7, "F01")),
    "nul esc": person('met: "\\0"', (3, 6, "F03")),
    "utf16le": whole(START.encode("utf-16-le"), (1, 1, "F08")),
    "utf16be": whole(START.encode("utf-16-be"), (1, 1, "F08")),
    "utf16bom be": whole(b"\xfe\xff" + START.encode("utf-16-be"), (1, 1, "F08")),
    "utf32": whole(START.encode("utf-32"), (1, 1, "F08")),
    "latin body": whole(START.encode() + b"caf\xe9\n", (4, 4, "F08")),
    "latin key": whole(b"---\ncaf\xe9: x\nnext: soon\n---\n", (2, 4, "F08")),
    "cp1252 quotes": whole(b"---\nsince: 2015\nmet: \x93x\x94\n---\n", (3, 6, "F08")),
    "cut inside an emoji": whole((START + "text 😀").encode()[:-1], (4, 6, "F08")),
    "cut mid": whole(START.encode() + b"\xe2\x82 and more\n", (4, 1, "F08")),
    "overlong": whole(START.encode() + b"\xc0\xaf\n", (4, 1, "F08")),
    "surrogate": whole(START.encode() + b"\xed\xa0\x80\n", (4, 1, "F08")),
    "ff again": whole(START.encode() + b"a\n\xff\n", (5, 1, "F08")),
    "beyond Unicode": whole(START.encode() + b"\xf5\x80\x80\x80\n", (4, 1, "F08")),
    "nul first": whole(b"\0" * 100, (1, 1, "F08")),
    "NUL in a value": whole(b"---\nsince: 2015\nmet: a\0b\n---\n", (3, 7, "F08")),
    "nul last": whole(START.encode() + b"x\n" * 5 + b"\0", (9, 1, "F08")),
    "numbers of two bytes": whole(b"\1\0\2\0\0\1" + b"\3\0" * 29, (1, 2, "F08")),
    "binary": whole(bytes(range(256)), (1, 1, "F08")),
    "png": whole(b"\x89PNG\r\n\x1a\n\0\0", (3, 1, "F08")),
    "gzip": whole(b"\x1f\x8b\x08\0", (1, 4, "F08")),
    "zip": whole(b"PK\x03\x04" + b"\0" * 20, (1, 5, "F08")),
    "rtf": whole(b"{\\rtf1\\ansi text}", (1, 1, "F08")),
    "ESC in a value": whole("---\nsince: 2015\nmet: \x1b[31mred\n---\n", (3, 6, "F01")),
    "ESC in the text": whole(START + "a\nb \x1b[31m\n", (5, 3, "F08")),
    "BEL in the text": whole(START + "\x07\n", (4, 1, "F08")),
    "DEL in the text": whole(START + "\x7f\n", (4, 1, "F08")),
    "a C1 control in the text": whole(START + "a\x9b31m\n", (4, 2, "F08")),
    "a backspace in the text": whole(START + "a\x08b\n", (4, 2, "F08")),
    "nel body": whole(START + "a\x85b\n", (4, 2, "F08")),
    "vt body": whole(START + "a\x0bb\n", (4, 2, "F08")),
    "u2028 body": whole(START + "a\u2028b\n\x1b\n", (5, 1, "F08")),
    "cr body": whole(START + "a\rb\n\x1b\n", (5, 1, "F08")),
    "a noncharacter in a value": whole("---\nsince: 2015\nmet: \ufffe\n---\n", (3, 6, "F01")),
    "lines that end in CR alone": whole("---\rsince: 2015\r---\rtext\r", (1, 1, "F01")),
    "lines that end in CR CR LF": whole(
        "---\r\r\nsince: 2015\r\r\n---\r\r\ntext\r\r\n", (1, 1, "F08")
    ),
    "bom crlf": whole("\ufeff---\r\nsince: soon\r\n---\r\n", (2, 8, "F03")),
    "crlf err": whole("---\r\nsince: 2015\r\nnext: soon\r\n---\r\n", (3, 7, "F03")),
    "4MiB": whole(START.encode() + b"x\n" * (2 * 1024 * 1024), (1, 1, "F08")),
    "a direction mark above": whole("\u200e---\nsince: 2015\n---\n", (1, 1, "F01")),
    "private unread": whole(b"---\nprivate: true\nmet: a: b: c\n---\n", (3, 7, "F01")),
    "tag chars": whole("---\nsin\U000e0041ce: 2015\n---\n", (2, 1, "F06")),
    "a variation selector in a key": whole("---\nsin\ufe0fce: 2015\n---\n", (2, 1, "F06")),
    "a grapheme joiner in a key": whole("---\nsin\u034fce: 2015\n---\n", (2, 1, "F06")),
    "a Hangul filler in a key": whole("---\n\u3164since: 2015\n---\n", (2, 1, "F06")),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_is_no_plain_text_is_named_where_it_breaks(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
