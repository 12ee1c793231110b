"""Templates: a journal's own before the shipped ones, and what is said of one that is faulty."""

from pathlib import Path

import pytest

from journal.site.own_templates import shipped_templates
from journal.site.templates import (
    TemplateFault,
    templates_of,
)
from tests.support.journal import Writer, trust
from tests.support.site import page, site_of


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
