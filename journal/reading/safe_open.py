"""Opens files and folders without following any symbolic link on the way."""

import os

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def open_file(top: str, path: str) -> int:
    """Return a descriptor of the file at `path`, with `/`, below the folder `top`.

    Raises `OSError`, also where a folder on the way is a link.
    """
    folder, _, name = path.rpartition("/")
    here = open_folder(top, folder)
    try:
        return os.open(name, _FILE, dir_fd=here)
    finally:
        os.close(here)


def open_folder(top: str, path: str) -> int:
    """Return a descriptor of the folder at `path` below `top`, or of `top`. Raises `OSError`."""
    here = os.open(top, _FOLDER)
    for part in path.split("/") if path else ():
        try:
            inner = os.open(part, _FOLDER, dir_fd=here)
        finally:
            os.close(here)
        here = inner
    return here
