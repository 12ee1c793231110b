"""Months, tags, findings, links into the editor, and bodies in their places."""

from pathlib import Path

import pytest

from journal.notes.identity import note_anchor
from journal.site.all_files import all_files
from journal.site.own_templates import shipped_templates
from journal.site.templates import (
    TemplateFault,
    templates_of,
)
from tests.support.journal import Writer, trust
from tests.support.site import page, rows, site_of, target

PERSON = {"mentors/p": "---\ntitle: Petra\nprefs_asked: 2026-01-01\nsince: 2020\n---\n"}


def test_a_month_has_its_touchpoints_by_day_and_leads_to_the_months_beside_it(
    notes: Writer,
) -> None:
    for day in ("2026-03-14", "2026-05-02", "2026-05-30", "2026-08-01"):
        notes.write({**PERSON, f"touchpoints/{day} x": "---\npeople: p\nchannel: call\n---\n"})
    site = site_of(notes.root)
    found = page(site, "months/2026-05/")
    assert found.headings == [
        (1, "May 2026"), (2, "Saturday, 2 May"), (3, "x"), (2, "Saturday, 30 May"), (3, "x"),
    ]  # fmt: skip
    beside = [found.text(e) for e in found.all("a") if e.get("rel") in ("prev", "next")]
    assert beside == ["← March 2026", "August 2026 →"]
    assert "planned" in page(site, "months/2026-08/").text()


def test_the_months_are_counted_by_year(notes: Writer) -> None:
    for day in ("2025-12-31", "2026-01-01", "2026-01-02"):
        notes.write({**PERSON, f"touchpoints/{day} x": "---\npeople: p\nchannel: call\n---\n"})
    found = page(site_of(notes.root), "months/")
    assert rows(found) == [["2026", "2", *[""] * 11], ["2025", *[""] * 11, "1"]]


def test_tags_are_one_whatever_their_case_and_never_share_a_page(notes: Writer) -> None:
    notes.write(
        {
            "goals/a": "---\ntags: [River Thames, river-thames]\n---\n#Water",
            "goals/b": "---\ntags: water\n---\n",
            "mentors/p": "---\ntags: water\n---\n",
        }
    )
    site = site_of(notes.root)
    found = page(site, "tags/")
    for said in ("River Thames 1 note", "river-thames 1 note", "Water 3 notes"):
        assert said in found.text()
    assert page(site, "tags/river-thames/").headings[0] == (1, "River Thames")
    assert page(site, "tags/river-thames-2/").headings[0] == (1, "river-thames")
    (chip,) = [a for a in page(site, "people/p/").addresses() if "tags/water" in a]
    assert target("people/p/index.html", chip)[0] == "tags/water/index.html"


def test_findings_are_listed_by_file_with_the_line_in_the_editor(notes: Writer) -> None:
    notes.write(
        {
            "goals/a b": "---\nkind: nonsense\n---\n",
            "journal.toml": '[editor]\nurl = "vscode://file/{path}:{line}"\n',
        }
    )
    found = page(site_of(notes.root), "check/")
    assert "1 error" in found.text()
    assert "content/goals/a b.md" in found.text()
    root = notes.root.as_posix().lstrip("/")
    assert f"vscode://file/{root}/content/goals/a%20b.md:2" in list(found.addresses())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("obsidian://open?path={path}", "obsidian://open?path={root}/content/goals/a.md"),
        ("zed://{path}#{line}", "zed:/{root}/content/goals/a.md#4"),
        ("javascript:alert('{path}')", ""),
        ("", ""),
    ],
)
def test_every_note_opens_in_the_editor_that_is_set(notes: Writer, url: str, shown: str) -> None:
    notes.write({"goals/a": "---\ntags: t\n---\nx", "journal.toml": f'[editor]\nurl = "{url}"\n'})
    found = page(site_of(notes.root), "goals/")
    links = [e.get("href") for e in found.all("a") if e.get("class") == "edit"]
    assert links == ([shown.replace("{root}", notes.root.as_posix())] if shown else [])


def test_links_in_a_body_lead_to_notes_headings_and_files(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\n---\n[[goal#Two Words]] [[p]] [x](../goals/goal.md) "
            "[[nothing]] ![[pic.png|40]]",
            "goals/goal": "## Two words\n\ntext",
            "content/mentors/pic.png": b"\x89PNG",
        }
    )
    site = site_of(notes.root)
    found = page(site, "people/p/")
    key = note_anchor("goals/goal")
    (prose,) = [e for e in found.all("div") if e.get("class") == "prose"]
    assert [e.get("href") for e in prose.iter() if e.tag == "a"] == [
        f"../../goals/index.html#{key}-two-words",
        "../../people/p/index.html",
        f"../../goals/index.html#{key}",
    ]
    assert page(site, "goals/").by_id(f"{key}-two-words") is not None
    assert [e.get("src") for e in found.all("img")] == ["../../files/mentors/pic.png"]
    assert "nothing" in found.text(prose)


def test_a_template_of_the_same_name_takes_the_place_of_the_shipped_one(notes: Writer) -> None:
    notes.write(
        {
            "templates/tags.html": '{% extends "base.html" %}{% block main %}<h1>Mine</h1>'
            "{% endblock %}",
            "templates/static/journal.css": "body { color: red }",
        }
    )
    site = site_of(notes.root)
    assert page(site, "tags/").headings == [(1, "Mine")]
    assert site.file("static/journal.css") == b"body { color: red }"
    assert "As of" in page(site, "tags/").text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n{% if %}", "templates/tags.html:2: Expected an expression"),
        ("\n\n{{ page.nothing }}", "templates/tags.html:3: "),
        (
            '{% include "missing.html" %}',
            "templates/tags.html:1: there is no template “missing.html”",
        ),
    ],
)
def test_a_faulty_template_is_one_sentence_and_names_itself(
    notes: Writer, text: str, said: str
) -> None:
    notes.write({"templates/tags.html": text})
    with pytest.raises(TemplateFault, match=said.replace(".", r"\.")) as caught:
        site_of(notes.root).page("tags/")
    assert "templates/tags.html" in str(caught.value)
    assert "Mend it" in str(caught.value)


def test_whatever_a_template_is_called_its_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    for name in ("a.html", "a.svg", "a.json", "a"):
        (tmp_path / "templates" / name).write_text("{{ value }}")
        trust(tmp_path)
        assert templates_of(tmp_path).render(name, value="<b>") == "&lt;b&gt;"


def test_the_shipped_templates_are_found_in_a_checkout() -> None:
    assert (shipped_templates() / "base.html").is_file()
    assert not [path for path in shipped_templates().rglob("*") if path.is_symlink()]


def test_a_touchpoint_that_is_left_out_breaks_no_page_that_is_linked_with_it(
    notes: Writer,
) -> None:
    notes.write(
        {
            "mentors/p": "",
            "touchpoints/2026/2026-06-01 x": "---\npeople: p\n---\n",
            "news/2026-01-02 n": "---\nbecause_of: 2026-06-01 x\n---\nSee [[2026-06-01 x]].\n",
        }
    )
    files = dict(all_files(site_of(notes.root)))
    assert "news/index.html" in files
    assert all(files.values())
