"""Texts below the front matter: line, column and code of what is found."""

import pytest

from tests.support.malformed import Cases, Checked, body

CASES: Cases = {
    "text with link": body("see [[nobody]]", (4, 5, "F10")),
    "a Markdown link to nothing, again": body("see [x](nobody.md)", (4, 5, "F10")),
    "an address that runs": body("[x](javascript:alert(1))", (4, 5, "M02")),
    "an image from another host": body("![x](https://example.com/a.png)", (4, 6, "M02")),
    "an image of data": body("![x](data:image/png;base64,xx)", (4, 6, "M02")),
    "text with open comment": body("%% never closed [[nobody]]", (4, 17, "F10")),
    "a task due on no day": body("- [ ] x 📅 2026-02-30", (4, 9, "F03")),
    "a task due soon": body("- [ ] x [due:: soon]", (4, 9, "F03")),
    "a link in a task": body("- [?] x [[nobody]]", (4, 9, "F10")),
    "text with conflict": body("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> o", (4, 1, "F08")),
    "3000 quotes in quotes": body("> " * 3000 + "x"),
    "300 lists in lists": body("\n".join("  " * i + "- x" for i in range(300))),
    "three links to nothing": body("[[nobody]] [[nobody]]\n[[Other]]", (4, 1, "F10")),
    "a link after CRLF": body("a\r\n[[nobody]]", (5, 1, "F10")),
    "text with second": body("---\nmet: x\n---", (4, 1, "F01")),
    "other addresses that run": body(
        "<vbscript:x>\n[a](vbscript:x)\n[b](file:///etc/passwd)", (4, 2, "M02"), (6, 5, "M02")
    ),
    "a reference that runs": body("[a]: javascript:x\n\n[a]", (4, 6, "M02")),
    "a bidi override in a link": body("[[no\u202ebody]]", (4, 1, "F10")),
    "text with task multi": body(
        "- [ ] a 📅 2026-13-01\n- [x] b 📅 soon\n- [ ] c 📅 2026/01/02",
        (4, 9, "F03"),
        (5, 9, "F03"),
        (6, 9, "F03"),
    ),
    "ESC after blank lines": body("a\n\n\n\x1b", (7, 1, "F08")),
    "text with two ctrl": body("\x01\n\x02", (4, 1, "F08")),
    "an image without its protocol": body("![x](//example.com/a.png)", (4, 6, "M02")),
    "text with link data": body("[x](data:text/html;base64,xx)", (4, 5, "M02")),
    "an address that runs in mixed case": body("[x](JaVaScRiPt:alert(1))", (4, 5, "M02")),
    "an address that runs as an entity": body("[x](javascript&#58;alert(1))", (4, 5, "M02")),
    "text with quote link": body("> [[nobody]]", (4, 3, "F10")),
    "text with heading link": body("# A [[nobody]]", (4, 5, "F10")),
    "text with table link": body("| a |\n|---|\n| [[nobody\\|x]] |", (6, 3, "F10")),
    "text with foot link": body("[^1]\n\n[^1]: see [[nobody]]", (6, 11, "F10")),
    "an absolute path": body("[x](/content/mentors/ada.md)", (4, 5, "M02")),
    "a path in angle brackets": body("[x](<no body.md>)", (4, 1, "F10")),
    "a path with escapes": body("[x](no%20body.md)", (4, 1, "F10")),
    "a path with bad escapes": body("[x](no%ffbody.md)", (4, 1, "F10")),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_in_the_text_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
