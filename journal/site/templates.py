"""The templates: the journal's own before the shipped ones of the same name."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)
from markupsafe import Markup

import journal
from journal.findings import shown
from journal.reading.cache import CACHE_FOLDER

OWN = "templates"
MEND = "Mend it, or delete your copy to have the shipped one."
STATIC = "static"


class TemplateFault(Exception):
    """A template cannot be used; says which, where, and what to do."""

    def __init__(self, path: str, line: int, said: str) -> None:
        self.path, self.line, self.said = path, line, said
        where = f"{path}:{line}" if line else path
        super().__init__(f"{where}: {said}. {MEND}")


@lru_cache(maxsize=1)
def shipped_templates() -> Path:
    """Return the folder of the shipped templates: in an installed package, or in a checkout."""
    package = Path(journal.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return where templates of the journal at `root` are looked for, its own first."""
    own = root / OWN
    folders = [own] if own.is_dir() and not own.samefile(shipped_templates()) else []
    return (*folders, shipped_templates())


def compiled_folder(root: Path) -> Path | None:
    """Return where compiled templates of the journal at `root` are kept, or None: nowhere."""
    cache = root / CACHE_FOLDER
    folder = cache / OWN
    try:
        folder.mkdir(0o700, exist_ok=True)
    except OSError:  # nothing is cached, or nothing can be
        return None
    return None if cache.is_symlink() or folder.is_symlink() else folder


class Templates:
    """The templates of some folders as they are now, each compiled when it is first used.

    In the folder `compiled` they are kept as compiled, each until its text changes; compiling
    takes longer than making the pages of a small journal.
    """

    def __init__(self, folders: tuple[Path, ...], compiled: Path | None = None) -> None:
        self.folders = folders
        self._texts = _texts(folders)
        self._environment = Environment(
            loader=FunctionLoader(self._text),
            autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        )
        self._macros: dict[str, Any] = {}

    def _text(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in self._texts:
            return None
        path, raw = self._texts[name]
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("it is not UTF-8", line, name) from error
        return text, str(path), lambda: True

    def compile(self, names: Iterable[str]) -> None:
        """Compile those of the templates. Raises TemplateFault for the first that cannot be."""
        for name in sorted(self._texts.keys() & set(names)):
            try:
                self._environment.get_template(name)
            except TemplateError as error:
                raise _fault(name, error) from error

    def render(self, name: str, **context: object) -> str:
        """Return the text that a template makes of its context. Raises TemplateFault."""
        try:
            return self._environment.get_template(name).render(context)
        except TemplateError as error:
            raise _fault(name, error) from error

    def macro(self, name: str, macro: str, *values: object) -> Markup:
        """Return what one macro makes of its values, as safe HTML. Raises TemplateFault."""
        try:
            module = self._macros.get(name)
            if module is None:
                module = self._macros[name] = self._environment.get_template(name).module
            made: Markup = getattr(module, macro)(*values)
        except (TemplateError, AttributeError) as error:
            raise _fault(name, error) from error
        return made


def _fault(name: str, error: Exception) -> TemplateFault:
    if isinstance(error, TemplateNotFound):
        said = f"there is no template {shown(str(error.name))}"
    else:
        said = getattr(error, "message", None) or str(error)
    path, line = _place(error) or (f"{OWN}/{name}", 0)
    return TemplateFault(path, line, said)


def _texts(folders: Iterable[Path]) -> dict[str, tuple[Path, bytes]]:
    """Return path and bytes of every template by its name; those of the first folder win."""
    found: dict[str, tuple[Path, bytes]] = {}
    for folder in reversed(tuple(folders)):
        for path in template_files(folder):
            found[path.relative_to(folder).as_posix()] = path, path.read_bytes()
    return found


def template_files(folder: Path) -> Iterator[Path]:
    """Yield the templates of a folder; what begins with a dot, or is below static/, is none."""
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if parts[0] != STATIC and not any(part[0] == "." for part in parts) and path.is_file():
            yield path


def _place(error: Exception) -> tuple[str, int] | None:
    """Return template and line of an error: where it was parsed, or was being filled in."""
    if isinstance(error, TemplateSyntaxError):
        return f"{OWN}/{error.name}", error.lineno
    places = traceback.extract_tb(error.__traceback__)
    found = [place for place in places if f"/{OWN}/" in place.filename]
    if not found:
        return None
    name = found[-1].filename.rpartition(f"/{OWN}/")[2]
    return f"{OWN}/{name}", found[-1].lineno or 0
