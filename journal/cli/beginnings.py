"""What a new journal begins with."""

import json

from journal.vocabulary import FOLDERS

IGNORED = ("/site/", "/.journal-cache/")


def settings_text(name: str) -> str:
    """Return a `journal.toml` with every common setting as a comment; `name` may be empty."""
    # a JSON string is a TOML string, but for this one character
    quoted = json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
    mine = f"name = {quoted}" if name else '# name = "Noor Haddad"'
    return f"""\
# Every setting is optional; delete this file and the journal still works.

title = "My mentoring journal"

[me]
{mine}
# email = "noor@example.org"
# tz = "Europe/Lisbon"           # left out: the machine's
# city = "Porto"                 # matched with trips
# can_offer = ["plots and figures", "Portuguese translation"]

# [[me.chapter]]                 # bands behind the long timeline
# from = "2019-09"
# name = "MSc student"

# [defaults]
# quiet_hours = "21:00-09:00"    # when not to ring anybody, in their time
# fresh = "6 months"             # how long news is worth telling
# dormant = "3 years"            # without a contact
# rest_after = 2                 # unanswered messages before giving them room

# [cadence]                      # how often to be in touch, by phase
# waiting = "3 months"

# [[holiday]]                    # beside the public holidays of a person's country
# name = "Lab anniversary"
# dates = ["10-20"]

# [places]                       # other names of a place
# "NYC" = "New York"

# [editor]
# url = "vscode://file/{{path}}:{{line}}"

# [calendar]
# names = "full"                 # or "initials", or "none": in the calendar of reminders
"""


def ignore_text() -> str:
    """Return a `.gitignore` that keeps what is made out of git."""
    return "".join(f"{line}\n" for line in IGNORED)


def folders() -> list[str]:
    """Return the folders of notes, relative to the root."""
    return [f"content/{folder}" for folder in FOLDERS]


MENTOR_ID = "mentors/my-first-mentor"
MENTOR_BODY = """\
This note is yours to edit: put their name above, and rename the file. Write here what you want to
remember in ten years: how you met, what they said, what you are grateful for.

- [ ] ask how they like to be reached, then fill in `prefers`, `avoids` and `prefs_asked`
"""
TOUCHPOINT_TITLE = "Coffee with my first mentor"
TOUCHPOINT_BODY = """\
A touchpoint is a contact: what was said, what you gave and got, what you promised. Change it to
the last time you met, or delete it; `journal log` writes the next one in one line.
"""
