"""The pages of tags."""

from tests.support.journal import Writer
from tests.support.site import page, site_of, target


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
