"""The Jinja templates: the journal's own replace shipped ones of the same name."""

import marshal
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from journal.account import SEAL_SIZE, Seal, account_key, cache_folder, read_private
from journal.atomic_file import replace_file
from journal.characters import quoted
from journal.errors import JournalError
from journal.file_names import TEMPLATES
from journal.program import program_digest
from journal.site.own_templates import (
    NO_TEMPLATES,
    STATIC,
    OwnTemplates,
    shipped_templates,
    usable_templates,
)


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates until their text changes; trusts only what this account wrote.

    Jinja's own keeper unpickles a file before it compares anything. `flavour` says how the
    templates are compiled.
    """

    def __init__(self, folder: Path, flavour: str) -> None:
        self._folder, self._flavour = folder, flavour
        self._seal = Seal(account_key(f"compiled {flavour} {program_digest()}"))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code from its file, if this account wrote it for this very text."""
        raw = read_private(self._path(bucket))
        mark, code = raw[:SEAL_SIZE], raw[SEAL_SIZE:]
        if self._seal.is_on(mark, (bucket.key, bucket.checksum, code)):
            bucket.code = marshal.loads(code)  # noqa: S302 - written by this account, by its mark

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code; where the disk refuses, it is compiled again next time."""
        code = marshal.dumps(bucket.code)
        mark = self._seal.of(bucket.key, bucket.checksum, code)
        with suppress(OSError):
            replace_file(self._path(bucket), mark + code)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{self._flavour}"


def compiled_templates(root: Path, flavour: str) -> CompiledTemplates | None:
    """Return the store of compiled templates of the journal at `root`, or None without one."""
    try:
        return CompiledTemplates(cache_folder(root), flavour)
    except OSError:
        return None


MEND = "Mend it, or delete your copy to have the shipped one."


class TemplateFault(JournalError):
    """A template cannot be used; says which, where, and what to do."""

    def __init__(self, path: str, line: int, said: str) -> None:
        self.path, self.line, self.said = path, line, said
        where = f"{path}:{line}" if line else path
        super().__init__(f"{where}: {said}. {MEND}")


def templates_of(root: Path) -> "Templates":
    """Return the templates of the journal at `root`: its own as far as they may be used."""
    return Templates(root, usable_templates(root))


class Templates:
    """The shipped templates with those of a journal before them, each compiled when it is used.

    They are kept as compiled in the account's own folder, each until its text changes: compiling
    takes longer than making the pages of a small journal.
    """

    def __init__(self, root: Path, own: OwnTemplates = NO_TEMPLATES) -> None:
        self.own = own
        self._texts = _shipped_texts() | {
            name: (f"/{TEMPLATES}/{name}", raw)
            for name, raw in own.files.items()
            if _is_template(name)
        }
        # The shipped ones alone are the program. Whatever they are mixed with gets no further
        # than its page: no attribute that leads out of it, nothing changed that is shared.
        made, flavour = (
            (ImmutableSandboxedEnvironment, "boxed") if own.files else (Environment, "plain")
        )
        self._environment = made(
            loader=FunctionLoader(self._text),
            autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=compiled_templates(root, flavour),
        )
        self._macros: dict[str, Any] = {}

    @cached_property
    def static(self) -> Mapping[str, Path | bytes]:
        """The files that pages load, by address: those of the journal as they were read."""
        folder = shipped_templates()
        files = (path for path in (folder / STATIC).rglob("*") if _is_shown(path, folder))
        shipped = {path.relative_to(folder).as_posix(): path for path in files}
        own = self.own.files.items()
        return shipped | {name: raw for name, raw in own if name.startswith(f"{STATIC}/")}

    @property
    def has_own(self) -> bool:
        """Whether the journal has templates of its own."""
        return bool(self.own.files)

    def _text(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in self._texts:
            return None
        place, raw = self._texts[name]
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("it is not UTF-8", line, name) from error
        return text, place, lambda: True

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


def as_fault(error: Exception) -> TemplateFault:
    """Return anything that a journal's own template raised as a fault of that template."""
    if isinstance(error, TemplateFault):
        return error
    path, line = _place(error) or (TEMPLATES, 0)
    return TemplateFault(path, line, f"a page could not be made ({type(error).__name__})")


def _fault(name: str, error: Exception) -> TemplateFault:
    if isinstance(error, TemplateNotFound):
        said = f"there is no template {quoted(str(error.name))}"
    else:
        said = getattr(error, "message", None) or str(error)
    path, line = _place(error) or (f"{TEMPLATES}/{name}", 0)
    return TemplateFault(path, line, said)


def _shipped_texts() -> dict[str, tuple[str, bytes]]:
    """Return path and bytes of every shipped template, by its name."""
    folder = shipped_templates()
    named = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: (str(path), path.read_bytes())
        for name, path in named.items()
        if _is_template(name) and path.is_file()
    }


def _is_template(name: str) -> bool:
    """Whether a file is one: none is below static/, or begins with a dot."""
    parts = name.split("/")
    return parts[0] != STATIC and not any(part[0] == "." for part in parts)


def _is_shown(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.is_file() and not path.is_symlink()


def _place(error: Exception) -> tuple[str, int] | None:
    """Return template and line of an error: where it was parsed, or was being filled in."""
    if isinstance(error, TemplateSyntaxError):
        return f"{TEMPLATES}/{error.name}", error.lineno
    places = traceback.extract_tb(error.__traceback__)
    found = [place for place in places if f"/{TEMPLATES}/" in place.filename]
    if not found:
        return None
    name = found[-1].filename.rpartition(f"/{TEMPLATES}/")[2]
    return f"{TEMPLATES}/{name}", found[-1].lineno or 0
