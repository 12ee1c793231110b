"""The site: a function from an address to a page. The only room that knows Jinja."""
