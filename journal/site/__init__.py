"""The site: a function from an address to a page. The only room that knows Jinja and Markdown."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.site.options import Options
    from journal.site.site import Site

__all__ = ["Options", "Site"]


def __getattr__(name: str) -> Any:
    """Import the site only when it is asked for: addresses and bodies need no templates."""
    if name == "Site":
        from journal.site.site import Site

        return Site
    if name == "Options":
        from journal.site.options import Options

        return Options
    raise AttributeError(name)
