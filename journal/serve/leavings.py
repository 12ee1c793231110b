"""What editors leave beside a file while they save it: names that mean nothing to the journal."""

import re

_NAMES = re.compile(
    r"4913|.*~|.*\.sw.|\.#.*|#.*#|.*\.tmp|\.goutputstream.*|.*___jb_.*|\.sb-.*|\.DS_Store"
    r"|.*\.vsctmp|.*\.md\.\w{6}"  # VS Code, and whatever is made with Qt
)


def is_leaving(name: str) -> bool:
    """Whether a file of that name is an editor's own."""
    return _NAMES.fullmatch(name) is not None
