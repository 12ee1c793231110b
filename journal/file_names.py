"""What the files and folders of a journal are called, in its root."""

import re

#: The settings.
SETTINGS_FILE = "journal.toml"
#: All notes, and the attachments beside them.
CONTENT = "content"
#: Templates of the journal's own, in place of the program's.
TEMPLATES = "templates"
#: The site that is built, where no other folder is named.
SITE = "site"
#: What can be made anew at any time, and the lock of a build.
CACHE_FOLDER = ".journal-cache"
#: What git is told to leave out.
IGNORE_FILE = ".gitignore"
#: What keeps a folder without notes in git, which knows files alone.
KEPT_FOLDER_FILE = ".gitkeep"

_TEMPORARY = re.compile(
    r"4913|.*~|.*\.sw.|\.#.*|#.*#|.*\.tmp|\.goutputstream.*|.*___jb_.*|\.sb-.*|\.DS_Store"
    r"|.*\.vsctmp|.*\.md\.\w{6}"  # VS Code, and whatever is made with Qt
)


def is_temporary(name: str) -> bool:
    """Whether a file of that name is one that an editor makes while it saves."""
    return _TEMPORARY.fullmatch(name) is not None
