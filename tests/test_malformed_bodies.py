"""Texts below the front matter: line, column and code of all that is found."""

import pytest

from tests.malforming import Cases, Checked, assert_harmless, body, check_all

CASES: Cases = {
    "link": body("see [[nobody]]", (4, 5, "F10")),
    "mdlink": body("see [x](nobody.md)", (4, 5, "F10")),
    "js": body("[x](javascript:alert(1))", (4, 5, "M02")),
    "img": body("![x](https://example.com/a.png)", (4, 6, "M02")),
    "data": body("![x](data:image/png;base64,xx)", (4, 6, "M02")),
    "open comment": body("%% never closed [[nobody]]", (4, 17, "F10")),
    "task": body("- [ ] x 📅 2026-02-30", (4, 9, "F03")),
    "task2": body("- [ ] x [due:: soon]", (4, 9, "F03")),
    "task3": body("- [?] x [[nobody]]", (4, 9, "F10")),
    "conflict": body("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> o", (4, 1, "F08")),
    "quotes": body("> " * 3000 + "x", (4, 1, "M01")),
    "nest": body("\n".join("  " * i + "- x" for i in range(300)), (4, 1, "M01")),
    "multi": body("[[nobody]] [[nobody]]\n[[Other]]", (4, 1, "F10"), (4, 12, "F10"), (5, 1, "F10")),
    "crlf": body("a\r\n[[nobody]]", (5, 1, "F10")),
    "second": body("---\nmet: x\n---", (4, 1, "F01")),
    "vbs": body(
        "<vbscript:x>\n[a](vbscript:x)\n[b](file:///etc/passwd)", (4, 2, "M02"), (6, 5, "M02")
    ),
    "ref": body("[a]: javascript:x\n\n[a]", (4, 6, "M02")),
    "rlo": body("[[no\u202ebody]]", (4, 1, "F10")),
    "task multi": body(
        "- [ ] a 📅 2026-13-01\n- [x] b 📅 soon\n- [ ] c 📅 2026/01/02",
        (4, 9, "F03"),
        (6, 9, "F03"),
    ),
    "esc late": body("a\n\n\n\x1b", (7, 1, "F08")),
    "two ctrl": body("\x01\n\x02", (4, 1, "F08")),
    "proto rel": body("![x](//example.com/a.png)", (4, 6, "M02")),
    "link data again": body("[x](data:text/html;base64,xx)", (4, 5, "M02")),
    "js case": body("[x](JaVaScRiPt:alert(1))", (4, 5, "M02")),
    "js ent": body("[x](javascript&#58;alert(1))", (4, 5, "M02")),
    "quote link": body("> [[nobody]]", (4, 3, "F10")),
    "heading link": body("# A [[nobody]]", (4, 5, "F10")),
    "table link": body("| a |\n|---|\n| [[nobody\\|x]] |", (6, 3, "F10")),
    "foot link": body("[^1]\n\n[^1]: see [[nobody]]", (6, 11, "F10")),
    "abs md": body("[x](/content/mentors/ada.md)", (4, 5, "M02")),
    "angle md": body("[x](<no body.md>)", (4, 1, "F10")),
    "enc md": body("[x](no%20body.md)", (4, 1, "F10")),
    "enc bad": body("[x](no%ffbody.md)", (4, 1, "F10")),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_all(tmp_path_factory.mktemp("journal"), CASES)


def test_all_of_them_together_cost_no_other_note(checked: Checked) -> None:
    assert_harmless(checked)


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_in_the_text_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
