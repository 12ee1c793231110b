"""Notes that look odd and are fine: nothing is found in them."""

import pytest

from tests.support.malformed import (
    START,
    Cases,
    Checked,
    assert_harmless,
    body,
    check_all,
    person,
    touchpoint,
    whole,
)

CASES: Cases = {
    "a comment below an empty key": person("next:\n#x: y\nmet: a"),
    "a comment below an empty item": person("fields:\n  -\n  #c\n  - a"),
    "a comment after empty quotes": person("met: '' #x"),
    "date block": person("next: |\n  2026-01-01"),
    "date folded2": person("next:\n  2026-01-01"),
    "date quoted space": person("next: ' 2026-01-01 '"),
    "date comment": person("next: 2026-01-01 # soon"),
    "bool empty quotes": person("paused: ''"),
    "a flag in capitals": person("paused: TRUE"),
    "no days": person("cadence: 0 days"),
    "one channel in three words": person("prefers: [email, mail, e-mail]"),
    "empty items of a list of words": person("prefers:\n- email\n-\n- ''"),
    "phases tab": person('phases:\n  - "2020\\twaiting"'),
    "Norway": person("country: NO"),
    "title block": person("title: |\n  Two\n  lines"),
    "multiplain ok": person("met: at the\n  bar in Rome\nwhy: x"),
    "key spaces": person("quiet hours: 21:00-09:00"),
    "key nbsp": person("cadence\u00a0: weekly"),
    "key nbsp2": person("\u00a0cadence: weekly"),
    "empty items": person("fields:\n  -\n  - a\n  -"),
    "empty list text": person("met: []"),
    "empty map fields": person("fields: {}"),
    "flow top": whole("---\n{since: 2015, met: x}\n---\n"),
    "comment only": whole("---\n# nothing\n---\n"),
    "two fences": whole("---\n---"),
    "fence dots": whole("---\nsince: 2015\n...\n---\nbody\n"),
    "fence spaces": whole("---  \nsince: 2015\n---  \n"),
    "long": person("met: " + "x" * 65000),
    "many keys": person("\n".join(f"k{i}: x" for i in range(3000))),
    "many items": person("fields: [" + "a," * 20000 + "]"),
    "templater": person("met: <% tp.date.now() %>"),
    "a percent sign": person("met: 100%"),
    "a tag of HTML": person("met: <b>x</b>"),
    "win path": person("met: C:\\x"),
    "mixed crlf": whole("---\r\nsince: 2015\n---\r\nnext\n"),
    "bom only": whole(b"\xef\xbb\xbf"),
    "only newlines": whole(b"\n\n\n"),
    "spaces": whole(b"   \t \n"),
    "no final nl": whole("---\nsince: 2015\n---"),
    "a link with md ok": touchpoint("about: '[Bo](../mentors/bo.md)'"),
    "a link with single": touchpoint("about: [bo]"),
    "a link with ext": touchpoint("about: bo.md"),
    "a link with embed": touchpoint("about: '![[bo]]'"),
    "text with html": body("<script>alert(1)</script>\n<img src=x onerror=y>"),
    "text with open fence": body("```\nnever closed [[nobody]]"),
    "mail header": whole("From: Bob\nDate: 2026-01-01\n\ntext\n"),
    "one line": whole("met: at the fair\nand more text\n"),
    "stars": whole("***\nnote: text\n"),
    "yaml block": whole("```yaml\nfoo: bar\n```\n"),
    "rule below": whole("text\n\n---\nNote: this\n\n---\n"),
    "body rule": whole(START + "---\nNote: x\n---\n"),
    "body key": whole(START + "met: x\nand so on\n"),
    "setext": whole(START + "Title: x\n---\n"),
    "json text": whole('{ "quoted" text }\n'),
    "dash": whole("- met: x\n- why: y\n"),
    "a dash of speech": whole("— she said\nmet: x\n"),
    "an emoji of two": whole("---\nsince: 2015\nmet: 👩\u200d💻\n---\n"),
    "comment space": person("next: # later"),
    "hash alone": person("next: #"),
    "list comment": person("fields: # my words\n  - a # one\n  - b"),
    "minus": person("phone: -1"),
    "flow minus": person("fields: [-1, -2]"),
    "phase note": person("phases: 2020 waiting since 2019 in Rome"),
    "phase colon": person('phases:\n  - "2020 waiting: abroad"'),
    "nbsp colon": person("cadence : weekly"),
    "sequence zero": person("fields:\n- a\n- b"),
    "quoted hash": person("tags: ['#a', '#b']"),
    "u2028": person('met: "a\u2028b"'),
    "dates flow": person("tags: [2026-01-01, 1.10, no]"),
    "multi": person("met: >\n  a\n  b"),
    "upper": person("Prefers: EMAIL\nTone: Formal"),
    "roles accent": person("roles: protégé"),
    "hours dash": person("quiet_hours: 21:00–09:00"),
    "bday leap": person("birthday: 02-29"),
    "durations in three ways": person("cadence: 2w\nmin_gap: P1M\nreplies_in: Twice a Year"),
    "UTC": person("tz: Etc/UTC"),
    "mail": person("link: mailto:a@example.org"),
    "gave ok": touchpoint("gave: 'advice: rest'"),
    "gave items": touchpoint("gave:\n  - advice: rest\n  - article: x"),
    "empty opp": whole("", folder="opportunities"),
    "empty goal": whole("", folder="goals"),
    "empty lesson": whole("", folder="lessons"),
    "empty news": whole("", folder="news"),
    "empty person": whole("", folder="people"),
    "text with code link": body("`[[nobody]]` and ``[[x]]``"),
    "text with esc link": body("\\[[nobody]]"),
    "text with self": body("[[#heading]]"),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_all(tmp_path_factory.mktemp("journal"), CASES)


def test_all_of_them_together_cost_no_other_note(checked: Checked) -> None:
    assert_harmless(checked)


@pytest.mark.parametrize("name", CASES)
def test_what_looks_odd_and_is_fine_is_not_complained_of(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
