"""The grammar of a note's body: its blocks and links, tasks and tags, without a Markdown library.

Nothing is imported here: the records are needed far more often than the parsers.
"""
