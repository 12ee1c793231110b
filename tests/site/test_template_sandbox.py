"""A journal's own templates, which may be used, get no further than their page."""

import pytest

from journal.errors import Exit
from tests.support.clean_journal import bytes_of
from tests.support.command import run
from tests.support.hostile_repository import Trap
from tests.support.journal import Writer

#: Ways that led out of a template.
WAYS_OUT = (
    "{{ cycler.__init__.__globals__.os.system(CMD) }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ page.__class__.__init__.__globals__ }}",
    "{{ self.__init__.__globals__.__builtins__.open(CMD) }}",
    "{{ lipsum.__globals__['os'].popen(CMD).read() }}",
    "{{ (page|attr('__class__')) }}",
    "{{ ['__cla','ss__']|join|attr('x') }}{{ page[['__cla','ss__']|join] }}",
    "{{ layout.__init_subclass__ }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(page) }}",
    "{{ namespace.__init__.__globals__ }}",
    "{% set x = [] %}{{ x.append(1) }}",
)


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_template_that_may_be_used_gets_no_further_than_its_page(notes: Writer, way: str) -> None:
    trap = Trap(notes.root)
    notes.write({"templates/about.html": way.replace("CMD", f"'{trap.program}'")})
    ran = run(notes.root, "build")
    assert ran.status == Exit.NOT_RUN
    assert ran.err.startswith("journal: templates/about.html:1: ")
    assert "Traceback" not in ran.err
    assert not trap.has_sprung()


def test_the_same_pages_come_out_of_the_sandbox(notes: Writer) -> None:
    notes.write({"mentors/amara": ""})
    run(notes.root, "build")
    plain = bytes_of(notes.root / "site")
    notes.write({"templates/unused.html": "{{ 1 }}"})
    run(notes.root, "build", "--clean")
    boxed = bytes_of(notes.root / "site")
    assert {name for name in plain | boxed if plain.get(name) != boxed.get(name)} == {
        ".journal-site"
    }
