"""`journal trust`: whether this journal's own templates may be used."""

import click

from journal.cli.options import in_root


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
    from journal.cli.trusting import decide

    decide(yes, forget)
