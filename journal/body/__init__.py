"""What counts in a note's body: links, tasks, tags. Knows no Markdown library.

Nothing is imported here: the records are needed far more often than what reads them.
"""
