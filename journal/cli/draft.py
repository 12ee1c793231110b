"""`journal draft`: a message to begin from."""

import click

from journal.cli.completion import people
from journal.cli.options import in_root, on_day


@click.command("draft")
@click.argument("who", shell_complete=people)
@click.option("--mailto", is_flag=True, help="As an address that opens it in a mail program.")
@in_root
@on_day
def command(who: str, mailto: bool) -> None:
    """Draft the next message to WHO, out of what there is to say.

    It holds the first of each: your news, their news, something to offer, a quick question.
    Nothing is sent, and nothing is written down.
    """
    from journal.cli.drafting import draft_to

    draft_to(who, mailto)
