"""What the files and folders of a journal are called."""

import re
from collections.abc import Mapping
from types import MappingProxyType

#: The settings.
SETTINGS_FILE = "journal.toml"
#: All notes, and the attachments beside them, where the settings name no other folder.
CONTENT = "content"
#: The folders of the kinds of notes, and what else each may be called.
KIND_FOLDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "mentors": (),
        "proteges": ("mentees", "protégés"),
        "people": ("contacts",),
        "touchpoints": ("meetings", "contacts-log"),
        "news": (),
        "opportunities": (),
        "trips": (),
        "goals": (),
        "lessons": (),
    }
)
#: Templates of the journal's own, in place of the program's.
TEMPLATES = "templates"
#: The site that is built, where no other folder is named.
SITE = "site"
#: In a folder that holds a site: which build made it, and every file of it.
SITE_MARKER = ".journal-site"
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
