"""`journal serve`: the site, while one writes."""

import click

from journal.cli.current_day import today
from journal.cli.options import in_root, named_day, on_day
from journal.cli.output import clean, say
from journal.cli.root import find_root
from journal.cli.trust import ask_for_trust
from journal.site.parts.site_data import SiteOptions

_PORT = 8017


@click.command("serve")
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=_PORT,
    help=f"On which port; 0 is any that is free, left out, {_PORT}.",
)
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--private", is_flag=True, help="With the notes that are private.")
@click.option("--drafts", is_flag=True, help="With the drafts.")
@click.option("--poll", is_flag=True, help="Look at the files every second, do not watch them.")
@in_root
@on_day
def command(port: int, opens: bool, private: bool, drafts: bool, poll: bool) -> None:
    """Show the site in a browser, as it is now, while you write.

    What you save is seen at once; nothing is written to site/. Only this machine, and only a
    browser that has opened the address printed, is let in. Ctrl-C ends it.
    """
    # here, so that --help need not wait half a second for a server
    from journal.serve.lifecycle import ServeOptions, serve

    stays = named_day() is not None
    options = SiteOptions(find_root(), private, drafts, stays, is_served=True)
    ask_for_trust(options.root)
    serve(options, ServeOptions(port, opens, poll), today, lambda text: say(clean(text)))
