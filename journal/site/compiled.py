"""Templates as they were compiled, kept between runs in the account's own folder."""

import marshal
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from journal.account import account_key, cache_folder, read_private, write_private
from journal.program import program_digest
from journal.reading.seal import SIZE, Seal


class Compiled(BytecodeCache):
    """Keeps each template until its text changes; believes only what this account wrote.

    Jinja's own keeper unpickles a file before it compares anything. `flavour` says how the
    templates are compiled.
    """

    def __init__(self, folder: Path, flavour: str) -> None:
        self._folder, self._flavour = folder, flavour
        self._seal = Seal(account_key(f"compiled {flavour} {program_digest()}"))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code from its file, if it is ours and of this very text."""
        raw = read_private(self._path(bucket))
        mark, code = raw[:SIZE], raw[SIZE:]
        if self._seal.is_on(mark, (bucket.key, bucket.checksum, code)):
            bucket.code = marshal.loads(code)  # noqa: S302 - written by this account, by its mark

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code; where the disk refuses, it is compiled again next time."""
        code = marshal.dumps(bucket.code)
        mark = self._seal.of(bucket.key, bucket.checksum, code)
        with suppress(OSError):
            write_private(self._path(bucket), mark + code)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{self._flavour}"


def compiled_for(root: Path, flavour: str) -> Compiled | None:
    """Return what keeps the compiled templates of the journal at `root`; None: nothing can."""
    try:
        return Compiled(cache_folder(root), flavour)
    except OSError:
        return None
