"""A build, from the lock to the last line; one that is not needed reads no note."""

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import click

from journal.cli.build_id import Built, build_id, still_built
from journal.cli.current_day import today
from journal.cli.options import in_root, on_day
from journal.cli.output import Counts, clean, say, warn
from journal.cli.root import find_root
from journal.cli.trust import settle
from journal.errors import Refused
from journal.publish import lock
from journal.reading.folder import load_settings, open_cache
from journal.reading.scan import Scan, scan_content


@click.command("build")
@click.option(
    "--site",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to put it; left out, site/ in the journal's root.",
)
@click.option("--private", is_flag=True, help="With the notes that are private.")
@click.option("--drafts", is_flag=True, help="With the drafts.")
@click.option("--strict", is_flag=True, help="End with status 1 for warnings, too.")
@click.option("--clean", is_flag=True, help="Read and build everything anew.")
@in_root
@on_day
def command(site: Path | None, private: bool, drafts: bool, strict: bool, clean: bool) -> int:
    """Build the site: plain files, opened from the disk.

    The new site takes the place of the last one whole, or not at all. It is built whatever is
    wrong in the notes; with errors, the exit status is 1. Where nothing has changed, nothing is
    done.
    """
    from journal.cli.build import Wanted, build

    return build(Wanted(site, private, drafts, clean)).status(strict)


class Wanted(NamedTuple):
    """What was asked for; `site` is relative to the current folder."""

    site: Path | None
    private: bool
    drafts: bool
    clean: bool


def build(wanted: Wanted) -> Counts:
    """Build the site where it needs to be, and return what was found in the notes.

    Raises Refused, NotPublished and TemplateFault, with the last site as it was.
    """
    root = find_root()
    target = (wanted.site or root / "site").absolute()
    settle(root)
    with lock(root), closing(open_cache(root)) as cache:
        seen, day = _looked_at(root), today(load_settings(root)[0])
        name = build_id(root, target, seen, day, wanted.private, wanted.drafts)
        built = None if wanted.clean else still_built(cache, root, target, name, seen)
        if built:
            for line in built.unread:
                warn(line)
            _tell("Nothing has changed", built, target)
            return built.counts
        from journal.cli.rebuild import Rebuild

        rebuild = Rebuild(root, target, cache, day, wanted)
        built = rebuild.run(seen, name)
        _tell(f"Built in {rebuild.seconds:.1f} s", built, target)
        return built.counts


def _looked_at(root: Path) -> Scan:
    """Return what the notes are. Raises Refused where some may be there that cannot be seen."""
    seen = scan_content(root)
    if seen.unreadable_folders:
        names, more = ", ".join(seen.unreadable_folders[:3]), len(seen.unreadable_folders) - 3
        names += f" and {more} more" if more > 0 else ""
        raise Refused(
            f"{names}: no folder that can be looked into, so no site is made without its notes; "
            "the last one is as it was."
        )
    return seen


def _tell(what: str, built: Built, target: Path) -> None:
    counts = built.counts
    if sum(counts):
        say(f"{counts}; “journal check” lists them.")
    figures = f"{built.pages} pages, {built.notes} notes, {sum(counts)} findings"
    say(clean(f"{what}: {figures}. Open {_nearest(target / 'index.html')}"))


def _nearest(path: Path) -> str:
    """Return the path from here where it lies below, else the whole."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
