"""A site written whole, or not at all."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from journal.errors import site_not_written
from journal.publish.leftovers import remove, remove_leftovers
from journal.publish.staging import Staging
from journal.publish.swap import Exchange, renameat2, swap
from journal.publish.target import SiteFolder

#: (address on the site, as in `people/amara-okoye/index.html`; its bytes, or a file to copy)
File = tuple[str, bytes | Path]


class Published(msgspec.Struct, frozen=True):
    """What was published: how many files, and how many bytes they have.

    `skipped` says in a sentence each which files could not be copied. `old_site` is the folder of
    the old site, where something in it could not be removed, or was put there by somebody else.
    """

    target: Path
    files: int
    size: int
    skipped: tuple[str, ...] = ()
    old_site: Path | None = None


def publish(
    target: Path, files: Iterable[File], *, root: Path, content: Path, build_id: str
) -> Published:
    """Put `files`, each written as it comes, in the place of the site in `target`.

    Hold `lock(root)` meanwhile. Raises NotPublished, and whatever `files` raises, with the old
    site untouched; killed at any moment, the site is wholly the old or wholly the new one.
    """
    return publish_by(renameat2, SiteFolder.of(target, root, content), files, build_id)


def publish_by(
    exchange: Exchange, site_folder: SiteFolder, files: Iterable[File], build_id: str
) -> Published:
    """Publish by the given way of exchanging two folders."""
    site_folder.check()
    _remove_leftovers(site_folder)
    staging = Staging(site_folder)
    try:
        staging.open()
        for address, content in files:
            staging.add(address, content)
        staging.finish(build_id)
        old = _swap(staging, exchange)
    except BaseException:
        staging.discard()
        raise
    sizes = staging.sizes
    old_site = _remove_old_site(old, site_folder.key)
    return Published(
        site_folder.target, len(sizes), sum(sizes.values()), tuple(staging.skipped), old_site
    )


def _remove_leftovers(site_folder: SiteFolder) -> None:
    try:
        remove_leftovers(site_folder.target, site_folder.key)
    except OSError as error:
        raise site_not_written(error, site_folder.name) from error


def _swap(staging: Staging, exchange: Exchange) -> Path | None:
    staging.site_folder.check()  # the build took a while: somebody may have put a file there
    try:
        return swap(staging.folder, staging.site_folder.target, exchange)
    except OSError as error:
        raise site_not_written(error, staging.site_folder.name) from error


def _remove_old_site(old: Path | None, key: bytes) -> Path | None:
    if old is None:
        return None
    with suppress(OSError):
        if remove(old, key):
            return None
    return old
