"""Publishing: a site is put together beside its target, then swapped in, whole or not at all."""

from journal.errors import NotPublished
from journal.publish.lock import lock
from journal.publish.marker import published_id
from journal.publish.publication import File, Published, publish

__all__ = ["File", "NotPublished", "Published", "lock", "publish", "published_id"]
