"""`journal trust`: whether a journal's own templates are used, asked where somebody is there."""

from collections.abc import Callable
from pathlib import Path

import click

from journal.cli.options import in_root
from journal.cli.output import clean, say, warn
from journal.cli.questions import is_somebody_there
from journal.cli.root import find_root
from journal.errors import Refused
from journal.site import own_templates
from journal.site.own_templates import OwnTemplates
from journal.wording.counts import count_of

_SHIPPED_INSTEAD = "the shipped ones are used in their place"
_WARNING = (
    "They make every page, and their scripts run in it, where all of your notes can be read. Say "
    "yes only if you wrote them, or have read them."
)


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
    root = find_root()
    if forget:
        own_templates.forget_answer(root)
        say("Forgotten: the next command that makes pages asks again.")
        return
    own = own_templates.read_own_templates(root)
    if own.refused:
        raise Refused(f"{own.refused}: put the files themselves there, then ask again.")
    if not own.foreign:
        say("This journal has no templates but those of the program: there is nothing to trust.")
    elif _is_trusted(root, own, yes):
        say("They are used from now on, until one changes.")
    else:
        say(f"Not used: {_SHIPPED_INSTEAD}.")


def ask_for_trust(root: Path) -> None:
    """Ask, if it is not known and somebody is there, whether the journal's templates are used.

    Says so in a sentence where they are not.
    """
    own = own_templates.read_own_templates(root)
    if own.refused:
        warn(f"{own.refused}: {_SHIPPED_INSTEAD}.")
        return
    is_trusted = own_templates.trust_answer(root, own) if own.foreign else True
    if is_trusted is None and is_somebody_there():
        is_trusted = _ask(root, own, warn)
    if not is_trusted:
        what = f"{_counted(own)} nobody said yes to: {_SHIPPED_INSTEAD}"
        warn(f"{what}. “journal trust” shows {_them(own)}.")


def _is_trusted(root: Path, own: OwnTemplates, yes: bool) -> bool:
    """Show what there is to say yes to, and ask, unless `yes` was said. Raises Refused."""
    if yes:
        _list(own, say)
        own_templates.remember_answer(root, own, True)
        return True
    if not is_somebody_there():
        raise Refused("Nobody can be asked here: say --yes if you wrote these templates yourself.")
    return _ask(root, own, say)


def _ask(root: Path, own: OwnTemplates, tell: Callable[[str], None]) -> bool:
    _list(own, tell)
    tell(_WARNING)
    is_yes = click.confirm("Use them?", default=False, err=tell is warn)
    own_templates.remember_answer(root, own, is_yes)
    return is_yes


def _list(own: OwnTemplates, tell: Callable[[str], None]) -> None:
    tell(f"{_counted(own)} the program did not come with:")
    for name in own.foreign:
        kind = "changed" if (own_templates.shipped_templates() / name).is_file() else "new"
        tell(f"  {clean(name)}  ({kind}, {len(own.files[name]):,} bytes)")


def _counted(own: OwnTemplates) -> str:
    return f"The journal's templates/ holds {count_of(len(own.foreign), 'file')} that"


def _them(own: OwnTemplates) -> str:
    return "them" if len(own.foreign) > 1 else "it"
