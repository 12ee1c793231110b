"""`journal build`: where anything has changed, a new site takes the place of the last one.

What makes pages is imported where they are made: a site that is as it should be needs neither
Jinja nor Markdown, and says so in a third of a second for 20,000 notes.
"""

import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from journal.characters import quoted
from journal.cli.build_id import BuildRecord, build_id_of, last_build, remember
from journal.cli.current_day import today
from journal.cli.options import in_root, named_day, on_day
from journal.cli.output import Counts, clean, count_findings, finding_lines, say, warn, warn_each
from journal.cli.progress import progress
from journal.cli.root import find_root
from journal.cli.trust import ask_for_trust
from journal.errors import Refused
from journal.file_names import SITE
from journal.findings import ERROR, Finding
from journal.publish import File, lock, publish
from journal.reading.cache import Cache
from journal.reading.folder import ReadOptions, load_settings, open_cache
from journal.reading.scan import Scan, scan_content
from journal.settings import Layout
from journal.wording.counts import first_and_more

_NAMED = 3  # files or folders in one sentence


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
    return build(BuildOptions(site, private, drafts, clean)).status(strict)


class BuildOptions(NamedTuple):
    """What was asked for; `site` is relative to the current folder."""

    site: Path | None
    private: bool
    drafts: bool
    clean: bool


def build(options: BuildOptions) -> Counts:
    """Build the site where it needs to be, and return what was found in the notes.

    Raises Refused, NotPublished and TemplateFault, with the last site as it was.
    """
    started = time.monotonic()
    root = find_root()
    target = (options.site or root / SITE).absolute()
    ask_for_trust(root)
    settings = load_settings(root)[0]
    with lock(root), closing(open_cache(root, settings.layout)) as cache:
        scan, day = _scan(root, settings.layout), today(settings)
        build_id = build_id_of(root, target, scan, day, named_day() is None, *options[1:3])
        last = last_build(cache, root, target)
        if options.clean:
            cache.clear()
        elif last and last.id == build_id and scan.is_settled(time.time_ns()):
            warn_each(last.unread)
            return _report("Nothing has changed", last, target)
        made = _make_site(_Plan(root, target, options, cache, scan, day, last), build_id)
        remember(cache, target, made)
    return _report(f"Built in {time.monotonic() - started:.1f} s", made, target)


class _Plan(NamedTuple):
    """What a new site is made of, and what is known of the one it replaces."""

    root: Path
    target: Path
    options: BuildOptions
    cache: Cache
    scan: Scan
    day: date
    last: BuildRecord | None


def _make_site(plan: _Plan, build_id: str) -> BuildRecord:
    """Read the notes, make every page, and publish the site under its build id."""
    from journal.advice.unreadable_notes import unread_lines
    from journal.cli.build_files import feeds_of, files_of
    from journal.library.opening import open_journal
    from journal.site.parts.all_findings import findings_of
    from journal.site.parts.site_data import SiteOptions
    from journal.site.site import site_of

    with progress("Reading") as step:
        how = ReadOptions(bodies=True, scan=plan.scan, progress=step)
        opened = open_journal(plan.root, lambda _: plan.day, how, plan.cache)
    findings = findings_of(opened, plan.target)
    stays = named_day() is not None  # somebody wants to look at the notes as of that day
    shown = SiteOptions(plan.root, plan.options.private, plan.options.drafts, stays)
    site = site_of(opened, shown, findings)
    _warn_of([finding for finding in findings.all if finding.level == ERROR])
    _publish(plan, files_of(site, feeds_of(site, plan.target, plan.last)), build_id)
    _warn_of(faults := tuple(site.data.faults))
    _warn_of_renamed([opened.layout.path(name) for name in site.shown_as_text()])
    return BuildRecord(
        id=build_id,
        pages=len(site.addresses()),
        notes=len(opened.journal.notes),
        counts=count_findings((*findings.all, *faults)),
        private=plan.options.private,
        drafts=plan.options.drafts,
        unread=unread_lines(opened.journal),
    )


def _scan(root: Path, layout: Layout) -> Scan:
    """Return what notes there are. Raises Refused where some may be there that cannot be seen."""
    scan = scan_content(root, layout)
    if folders := scan.unreadable_folders:
        names = first_and_more(folders, _NAMED)
        raise Refused(
            f"{names}: no folder that can be looked into, so no site is made without its notes; "
            "the last one is as it was."
        )
    return scan


def _publish(plan: _Plan, files: Iterable[File], build_id: str) -> None:
    content = plan.root / plan.scan.notes_root
    published = publish(plan.target, files, root=plan.root, content=content, build_id=build_id)
    for sentence in published.skipped:
        warn(sentence)
    if old_site := published.old_site:
        warn(f"Something in the last site could not be removed; it is kept in {old_site}.")


def _warn_of(findings: Sequence[Finding]) -> None:
    if findings:
        warn(finding_lines(findings))


def _warn_of_renamed(attachments: Sequence[str]) -> None:
    if not attachments:
        return
    names = first_and_more([quoted(name, 120) for name in attachments], _NAMED)
    warn(f"On the site, what a browser might run is text, with “.txt” at its end: {names}.")


def _report(what: str, built: BuildRecord, target: Path) -> Counts:
    """Say what the site in `target` is now, and return what was found in its notes."""
    counts = built.counts
    if sum(counts):
        say(f"{counts}; “journal check” lists them.")
    figures = f"{built.pages} pages, {built.notes} notes, {sum(counts)} findings"
    say(clean(f"{what}: {figures}. Open {_from_here(target / 'index.html')}"))
    return counts


def _from_here(path: Path) -> str:
    """Return the path from the current folder where it lies below, else the whole."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
