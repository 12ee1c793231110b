"""The mentoring journal: small things done in time, for decades."""

#: The version of the program; the wheel and the cache carry it.
__version__ = "0.1.0"
