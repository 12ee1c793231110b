"""A note's body as HTML that is safe to put into a page; the only room that knows Markdown."""
