"""`journal rename`: somebody's name changes everywhere, and nothing else does."""

from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.command import Ran, run
from tests.support.journal import TODAY, Writer

AMARA = "---\ntitle: Amara Okoye\naliases: [Prof. Okoye]\nsince: 2015\n---\nA mentor.\n"


def renamed(notes: Writer, *words: str, who: str = "amara") -> Ran:
    """Rename somebody, and see that it worked."""
    ran = run(notes.root, "rename", who, *(words or ("Zoë Lindqvist",)))
    assert ran.status == Exit.FINE, ran.err
    return ran


def text_of(notes: Writer, note_id: str) -> str:
    """Return what is in a note."""
    return (notes.root / f"content/{note_id}.md").read_bytes().decode()


def files(root: Path) -> dict[str, bytes]:
    """Return all files below content/."""
    content = root / "content"
    return {
        str(path.relative_to(content)): path.read_bytes()
        for path in sorted(content.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def amara(notes: Writer) -> Writer:
    """A journal with one mentor."""
    return notes.write({"mentors/amara-okoye": AMARA})


def test_note_and_file_have_the_new_name_and_the_old_one_is_an_alias(amara: Writer) -> None:
    renamed(amara)
    assert not (amara.root / "content/mentors/amara-okoye.md").exists()
    assert text_of(amara, "mentors/zoe-lindqvist") == (
        "---\ntitle: Zoë Lindqvist\naliases: [Prof. Okoye, Amara Okoye]\nsince: 2015\n---\n"
        "A mentor.\n"
    )
    assert run(amara.root, "show", "Amara Okoye").out.startswith("Zoë Lindqvist\n")


KEYS = {
    "people: amara-okoye": "people: zoe-lindqvist",
    "people: Amara Okoye": "people: Zoë Lindqvist",
    "people: [amara-okoye, me-too]": "people: [zoe-lindqvist, me-too]",
    "people: mentors/amara-okoye": "people: mentors/zoe-lindqvist",
    "people: content/mentors/amara-okoye.md": "people: content/mentors/zoe-lindqvist.md",
    "people: Prof. Okoye": "people: Prof. Okoye",
    "people: '[[amara-okoye]]'": "people: '[[zoe-lindqvist]]'",
    'people: "[[amara-okoye|Amara]]"': 'people: "[[zoe-lindqvist|Amara]]"',
    'people: "[[Amara Okoye#Notes|her]]"': 'people: "[[Zoë Lindqvist#Notes|her]]"',
    "people: [[amara-okoye]]": "people: [[zoe-lindqvist]]",
    "people:\n  - amara-okoye  # her\n  - '[[Bo]]'": (
        "people:\n  - zoe-lindqvist  # her\n  - '[[Bo]]'"
    ),
    "PEOPLE : AMARA-OKOYE": "PEOPLE : zoe-lindqvist",
    "with: amara_okoye": "with: zoe-lindqvist",
    'people: "[her](../mentors/amara-okoye.md)"': 'people: "[her](../mentors/zoe-lindqvist.md)"',
    'people: "Amara\\u0020Okoye"': 'people: "Zoë Lindqvist"',
    "people: Bo\ntitle: To [[amara-okoye]]": "people: Bo\ntitle: To [[zoe-lindqvist]]",
    "people: Bo\ngot: ['advice: see [[Amara Okoye]]']": (
        "people: Bo\ngot: ['advice: see [[Zoë Lindqvist]]']"
    ),
    "people: Bo\nabout: amara-okoye": "people: Bo\nabout: zoe-lindqvist",
}


@pytest.mark.parametrize("written", KEYS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_key_follows_in_whatever_spelling(amara: Writer, written: str, newline: str) -> None:
    note = "---\n{}\nchannel: call\ndate: 2026-06-01\n---\nText.\n".replace("\n", newline)
    amara.write(
        {
            "mentors/bo": "---\ntitle: Bo\n---\n",
            "people/me-too": "---\ntitle: Me Too\n---\n",
            "touchpoints/one": note.format(written.replace("\n", newline)),
        }
    )
    renamed(amara)
    assert text_of(amara, "touchpoints/one") == note.format(KEYS[written].replace("\n", newline))


TEXTS = {
    "[[amara-okoye]] and [[Amara Okoye|her]]": "[[zoe-lindqvist]] and [[Zoë Lindqvist|her]]",
    "[[mentors/amara-okoye#Notes]]": "[[mentors/zoe-lindqvist#Notes]]",
    "[[ amara okoye ]]": "[[ Zoë Lindqvist ]]",
    "[[Prof. Okoye]] stays": "[[Prof. Okoye]] stays",
    "[Amara](../mentors/amara-okoye.md#notes)": "[Amara](../mentors/zoe-lindqvist.md#notes)",
    "[Amara](<../mentors/amara-okoye.md>)": "[Amara](<../mentors/zoe-lindqvist.md>)",
    "[a (b)](<../mentors/amara-okoye.md>) (x)": "[a (b)](<../mentors/zoe-lindqvist.md>) (x)",
    "[her][1]\n\n[1]: ../mentors/amara-okoye.md": "[her][1]\n\n[1]: ../mentors/zoe-lindqvist.md",
    "- [ ] send [[amara-okoye]] a card 📅 2026-07-01": (
        "- [ ] send [[zoe-lindqvist]] a card 📅 2026-07-01"
    ),
    "> [[amara-okoye]] said": "> [[zoe-lindqvist]] said",
    "| a | [[amara-okoye\\|her]] |\n|---|---|": "| a | [[zoe-lindqvist\\|her]] |\n|---|---|",
    "![[amara-okoye]]": "![[zoe-lindqvist]]",
    "Amara Okoye, typed out": "Amara Okoye, typed out",
    "`[[amara-okoye]]` in code": "`[[amara-okoye]]` in code",
    "```\n[[amara-okoye]]\n```": "```\n[[amara-okoye]]\n```",
    "[[amara-okoye]] and `[x](../mentors/amara-okoye.md)`, [x](../mentors/amara-okoye.md)": (
        "[[zoe-lindqvist]] and `[x](../mentors/amara-okoye.md)`, [x](../mentors/zoe-lindqvist.md)"
    ),
    "[[amara-okoye-2]]": "[[amara-okoye-2]]",
}


@pytest.mark.parametrize("written", TEXTS)
@pytest.mark.parametrize("before", ["", "\ufeff", "---\nfrom: Bo\n---\n", "---\nfrom: Bo\n...\n"])
def test_a_text_follows_and_all_else_in_it_stays(amara: Writer, written: str, before: str) -> None:
    amara.write({"mentors/bo": "---\ntitle: Bo\n---\n", "lessons/one": f"{before}{written}"})
    renamed(amara)
    assert text_of(amara, "lessons/one") == f"{before}{TEXTS[written]}"


def test_links_of_their_own_note_follow_too(amara: Writer) -> None:
    amara.write({"mentors/amara-okoye": AMARA + "[[amara-okoye#x]] [me](amara-okoye.md)\n"})
    renamed(amara)
    assert "[[zoe-lindqvist#x]] [me](zoe-lindqvist.md)" in text_of(amara, "mentors/zoe-lindqvist")


TITLE, ALIAS = "title: Zoë Lindqvist\n", "aliases:\n  - Amara Okoye\n"


@pytest.mark.parametrize(
    ("stem", "note", "new_stem", "wanted"),
    [
        ("amara-okoye", "Hi.\n", "zoe-lindqvist", f"---\n{TITLE}{ALIAS}---\nHi.\n"),
        (
            "amara-okoye",
            "# Amara  Okoye #\nHi.\n",
            "zoe-lindqvist",
            f"---\n{ALIAS}---\n# Zoë Lindqvist #\nHi.\n",
        ),
        ("Amara Okoye", "Hi.\n", "Zoë Lindqvist", f"---\n{ALIAS}---\nHi.\n"),
        (
            "Amara Okoye",
            "---\nname: Amara Okoye # she\n---\n",
            "Zoë Lindqvist",
            f"---\nname: Zoë Lindqvist # she\n{ALIAS}---\n",
        ),
        ("ao", "---\ntitle: Amara Okoye\n---\n", "zoe-lindqvist", f"---\n{TITLE}{ALIAS}---\n"),
    ],
)
def test_the_name_changes_where_it_is_written(
    notes: Writer, stem: str, note: str, new_stem: str, wanted: str
) -> None:
    notes.write({f"mentors/uk/{stem}": note})
    renamed(notes, who=f"mentors/uk/{stem}")
    assert text_of(notes, f"mentors/uk/{new_stem}") == wanted


def test_accents_alone_need_no_alias_and_no_other_file(notes: Writer) -> None:
    notes.write({"mentors/zoe": "---\ntitle: Zoe\n---\n"})
    renamed(notes, "Zoë", who="zoe")
    assert text_of(notes, "mentors/zoe") == "---\ntitle: Zoë\n---\n"


def test_undo_gives_the_same_bytes(amara: Writer) -> None:
    amara.write(
        {
            "lessons/one": "[[amara-okoye]]",
            "touchpoints/2026-06-01 x": "---\npeople: Amara Okoye\nchannel: call\n---\n",
        }
    )
    before = files(amara.root)
    renamed(amara)
    assert files(amara.root) != before
    assert run(amara.root, "undo").status == Exit.FINE
    assert files(amara.root) == before


def test_a_trial_shows_all_and_writes_nothing(amara: Writer) -> None:
    amara.write({"lessons/one": "Hi.\n[[amara-okoye]]\n"})
    before = files(amara.root)
    ran = renamed(amara, "Zoë Lindqvist", "--dry-run")
    assert files(amara.root) == before
    for shown in (
        "content/mentors/amara-okoye.md → content/mentors/zoe-lindqvist.md",
        "- title: Amara Okoye\n- aliases: [Prof. Okoye]\n+ title: Zoë Lindqvist\n",
        "content/lessons/one.md:2\n- [[amara-okoye]]\n+ [[zoe-lindqvist]]",
    ):
        assert shown in ran.out, ran.out


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Bo Chen", "is somebody's name already (mentors/bo)"),
        ("  ", "That is no name"),
        ("a\u202eb", "That is no name"),
        ("Taken", "is there already"),
    ],
)
def test_a_name_that_cannot_be_is_refused(amara: Writer, name: str, told: str) -> None:
    amara.write({"mentors/bo": "---\ntitle: Bo Chen\n---\n"})
    (amara.root / "content/mentors/Taken.md").mkdir()
    before = files(amara.root)
    ran = run(amara.root, "rename", "amara", name)
    assert ran.status == Exit.NOT_RUN
    assert told in ran.err
    assert files(amara.root) == before


def test_a_goal_that_is_called_so_keeps_its_links(amara: Writer) -> None:
    amara.write(
        {
            "goals/amara-okoye": "---\ntitle: Thesis\n---\n",
            "lessons/one": "---\nfrom: amara-okoye\n---\n[[goals/amara-okoye]] [[Amara Okoye]]\n",
        }
    )
    before = amara.journal(TODAY).links["lessons/one"]
    renamed(amara)
    after = amara.journal(TODAY).links["lessons/one"]
    assert before.keys["from"] == ("mentors/amara-okoye",)
    assert after.keys["from"] == ("mentors/zoe-lindqvist",)
    assert "goals/amara-okoye" in after.text


def test_a_new_name_that_would_take_a_link_from_another_note_is_refused(amara: Writer) -> None:
    amara.write(
        {
            "goals/thesis": "---\ntitle: The thesis\naliases: [Zoë Lindqvist]\n---\n",
            "lessons/one": "[[Zoë Lindqvist]]\n",
        }
    )
    before = files(amara.root)
    ran = run(amara.root, "rename", "amara", "Zoë Lindqvist")
    assert ran.status == Exit.NOT_RUN
    assert "content/lessons/one.md” would lead elsewhere" in ran.err
    assert files(amara.root) == before


def test_a_link_that_led_nowhere_and_leads_to_them_now_is_told(amara: Writer) -> None:
    amara.write({"lessons/one": "---\nfrom: Zoë Lindqvist\n---\n"})
    assert "1 note with links to nothing" in renamed(amara).out


def test_what_cannot_be_read_is_named_and_left(amara: Writer) -> None:
    amara.write(
        {"lessons/one": "---\na: b: c\n---\n[[Amara Okoye]]\n", "lessons/two": b"\xff Amara Okoye"}
    )
    ran = renamed(amara)
    assert "content/lessons/one.md and content/lessons/two.md" in ran.out
    assert "[[Amara Okoye]]" in text_of(amara, "lessons/one")


def test_the_inbox_follows(amara: Writer) -> None:
    amara.write({"inbox": "- 2026-06-01 email → [[amara-okoye]]: hi\n"})
    renamed(amara)
    assert text_of(amara, "inbox") == "- 2026-06-01 email → [[zoe-lindqvist]]: hi\n"


def test_in_a_vault_with_folders_of_its_own_names_it_is_the_same(notes: Writer) -> None:
    notes.write({"journal.toml": '[notes]\nroot = "."\n[folders]\nmentors = ["Leute"]\n'})
    for name, text in (("Leute/Amara Okoye.md", "Hi.\n"), ("Lessons/one.md", "[[Amara Okoye]]\n")):
        (notes.root / name).parent.mkdir(exist_ok=True)
        (notes.root / name).write_text(text)
    renamed(notes)
    new = notes.root / "Leute/Zoë Lindqvist.md"
    assert new.read_text() == "---\naliases:\n  - Amara Okoye\n---\nHi.\n"
    assert (notes.root / "Lessons/one.md").read_text() == "[[Zoë Lindqvist]]\n"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("[x](<../mentors/Jim (R) Ruiz.md>)", "[x](<../mentors/Zoë Lindqvist.md>)"),
        ("[x](../mentors/Jim%20(R)%20Ruiz.md)", "[x](../mentors/Zo%C3%AB%20Lindqvist.md)"),
        ("[x](../mentors/Jim%20%28R%29%20Ruiz.md#a)", "[x](../mentors/Zo%C3%AB%20Lindqvist.md#a)"),
    ],
)
def test_an_address_with_brackets_in_it_follows(notes: Writer, written: str, wanted: str) -> None:
    notes.write({"mentors/Jim (R) Ruiz": "Hi.\n", "lessons/one": f"So. {written} (there)"})
    renamed(notes, who="jim")
    assert text_of(notes, "lessons/one") == f"So. {wanted} (there)"
