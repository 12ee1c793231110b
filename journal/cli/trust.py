"""Whether a journal's own templates are used: asked once, where somebody can be asked."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from journal.cli.options import in_root
from journal.cli.output import clean, say, warn
from journal.cli.root import find_root
from journal.errors import Refused
from journal.site.own_templates import Own, answer, forget, read_own, remember, shipped_templates

_WITHOUT = "the shipped ones are used in their place"
_WARNING = (
    "They make every page, and their scripts run in it, where all of your notes can be read. Say "
    "yes only if you wrote them, or have read them."
)


def settle(root: Path) -> None:
    """Have it decided whether the own templates of the journal at `root` are used.

    Says so in a sentence where they are not.
    """
    own = read_own(root)
    if own.refused:
        warn(f"{own.refused}: {_WITHOUT}.")
        return
    said = answer(root, own) if own.foreign else True
    if said is None and _somebody_is_there():
        said = _ask(root, own, warn)
    if not said:
        warn(f"{_counted(own)} nobody said yes to: {_WITHOUT}. “journal trust” shows {_them(own)}.")


def decide(is_said: bool, forgets: bool) -> None:
    """Show what there is to say yes to, and ask; `is_said`: yes was said. Raises Refused."""
    root = find_root()
    if forgets:
        forget(root)
        say("Forgotten: the next command that makes pages asks again.")
        return
    own = read_own(root)
    if own.refused:
        raise Refused(f"{own.refused}: put the files themselves there, then ask again.")
    if not own.foreign:
        say("This journal has no templates but those of the program: there is nothing to trust.")
        return
    if is_said:
        _list(own, say)
        remember(root, own, True)
    elif not _somebody_is_there():
        raise Refused("Nobody can be asked here: say --yes if you wrote these templates yourself.")
    else:
        is_said = _ask(root, own, say)
    say("They are used from now on, until one changes." if is_said else f"Not used: {_WITHOUT}.")


def _ask(root: Path, own: Own, tell: Callable[[str], None]) -> bool:
    _list(own, tell)
    tell(_WARNING)
    is_yes = click.confirm("Use them?", default=False, err=tell is warn)
    remember(root, own, is_yes)
    return is_yes


def _list(own: Own, tell: Callable[[str], None]) -> None:
    tell(f"{_counted(own)} the program did not come with:")
    for name in own.foreign:
        kind = "changed" if (shipped_templates() / name).is_file() else "new"
        tell(f"  {clean(name)}  ({kind}, {len(own.files[name]):,} bytes)")


def _counted(own: Own) -> str:
    count = len(own.foreign)
    return f"The journal's templates/ holds {count} file{'s' if count > 1 else ''} that"


def _them(own: Own) -> str:
    return "them" if len(own.foreign) > 1 else "it"


def _somebody_is_there() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


@click.command("trust")
@click.option("--yes", is_flag=True, help="Say yes without being asked.")
@click.option("--forget", is_flag=True, help="Forget what was answered.")
@in_root
def command(yes: bool, forget: bool) -> None:
    """Say whether the journal's own templates are used.

    Templates are programs: they make every page, and a journal can be somebody else's. Shows which
    files are not the program's own, and asks. The answer is kept for your account, outside the
    journal, and holds for these files in this folder until one of them changes.
    """
    from journal.cli.trust import decide

    decide(yes, forget)
