"""What a heading inside a body is called in an address."""

from journal.site.slugs import slug


def heading_slug(text: str) -> str:
    """Return the end of a heading's id: behind the note's anchor and a `-`."""
    return slug(text) or "section"
