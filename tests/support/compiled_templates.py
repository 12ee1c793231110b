"""The shipped templates, compiled once for all journals of a run of the tests.

The program compiles them once for each journal, which takes longer than making its pages; most
tests make a journal of their own.
"""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from journal.account import cache_folder
from journal.site.own_templates import shipped_templates
from journal.site.templates import templates_of


def give_compiled_templates(root: Path) -> None:
    """Put them where the program looks for those of the journal at `root`, as it wrote them."""
    folder = cache_folder(root)
    if any(folder.iterdir()):
        return
    for path in _compiled(folder.parent):
        (folder / path.name).hardlink_to(path)


@cache
def _compiled(account: Path) -> tuple[Path, ...]:
    """Compile them for a journal that is nobody's, in the folder of an account."""
    root = Path(mkdtemp(dir=account))
    shipped = shipped_templates()
    templates_of(root).compile(path.relative_to(shipped).as_posix() for path in shipped.rglob("*"))
    return tuple(cache_folder(root).iterdir())
