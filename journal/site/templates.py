"""The templates: the journal's own before the shipped ones of the same name."""

import traceback
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)
from markupsafe import Markup

import journal
from journal.findings import shown

OWN = "templates"


class TemplateFault(Exception):
    """A template cannot be used; says which, where, and what to do."""


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


class Templates:
    """The templates of one journal, each compiled when it is first used."""

    def __init__(self, root: Path) -> None:
        self.folders = template_folders(root)
        self._environment = Environment(
            loader=FileSystemLoader(self.folders),
            autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._macros: dict[str, Any] = {}

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
    where = _place(error) or f"{OWN}/{name}"
    return TemplateFault(f"{where}: {said}. Mend it, or delete your copy to have the shipped one.")


def _place(error: Exception) -> str:
    """Return template and line of an error: where it was parsed, or was being filled in."""
    if isinstance(error, TemplateSyntaxError):
        return f"{OWN}/{error.name}:{error.lineno}"
    places = traceback.extract_tb(error.__traceback__)
    found = [place for place in places if f"/{OWN}/" in place.filename]
    if not found:
        return ""
    return f"{OWN}/{found[-1].filename.rpartition(f'/{OWN}/')[2]}:{found[-1].lineno}"
