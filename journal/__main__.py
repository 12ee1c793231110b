"""`python -m journal`."""

from journal.cli import start

if __name__ == "__main__":
    start()
