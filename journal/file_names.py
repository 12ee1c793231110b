"""What the files and folders of a journal are called, in its root."""

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
