"""`journal next`: whom to reach out to, by when, why, how, and with what."""

import click

from journal.cli.completion import people
from journal.cli.exits import Exit
from journal.cli.options import in_root, on_day

#: As in the advice, which is imported only to run.
_SECTIONS = (
    "overdue", "this-week", "soon", "later", "resting", "dormant", "snoozed", "paused",
)  # fmt: skip


@click.command("next")
@click.argument("who", required=False, shell_complete=people)
@click.option(
    "--section",
    "sections",
    multiple=True,
    type=click.Choice(_SECTIONS),
    help="Only these; may be repeated.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json is for other programs.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the first N people.")
@click.option("--exit-code", is_flag=True, help="End with status 3 if anybody is overdue.")
@in_root
@on_day
def command(
    who: str | None, sections: tuple[str, ...], layout: str, limit: int | None, exit_code: bool
) -> int:
    """Show whom to reach out to next: by when, why, on which channel.

    With WHO, everything about one person, and what there is to say. The order is that of the
    dates; nobody is ranked.
    """
    from journal.cli.reaching import Asked, reach

    overdue = reach(Asked(who, sections, layout == "json", limit))
    return Exit.OVERDUE if overdue and exit_code else Exit.FINE
