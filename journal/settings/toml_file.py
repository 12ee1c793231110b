"""A `journal.toml` to `Settings` and mistakes."""

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from journal.characters import quoted
from journal.file_names import CONTENT
from journal.findings import Mistake
from journal.settings.model import PHASE_CADENCE, Chapter, Holiday, Me, Settings
from journal.settings.notes_layout import Layout
from journal.settings.schema import SCHEMA, Schema
from journal.values import Unreadable

SettingPath = tuple[str | int, ...]

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)"
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*{_DOTTED}[ \t]*\]")
_KEY = re.compile(rf"[ \t]*{_DOTTED}[ \t]*=")


def setting_lines(text: str) -> dict[SettingPath, int]:
    """Return the line of each table and key of valid TOML; arrays of tables count from 0."""
    lines: dict[SettingPath, int] = {}
    table: SettingPath = ()
    for number, line in _lines_of_statements(text):
        if match := _TABLE.match(line):
            table = _table(_parts(match[2]), lines, array=match[1] == "[[")
            lines[table] = number
        elif match := _KEY.match(line):
            lines.setdefault((*table, *_parts(match[1])), number)
    return lines


def _lines_of_statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, without those that go on with a text of several."""
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not closing:
            yield number, line
            closing = next((q for q in ('"""', "'''") if line.count(q) % 2), "")
        elif closing in line:
            closing = ""


def _parts(dotted: str) -> SettingPath:
    parts, found = [], tomllib.loads(f"{dotted} = 0")
    while isinstance(found, dict):
        ((name, found),) = found.items()
        parts.append(name)
    return tuple(parts)


def _table(path: SettingPath, lines: dict[SettingPath, int], array: bool) -> SettingPath:
    if not array:
        return path
    return (*path, sum(1 for known in lines if known[:-1] == path and isinstance(known[-1], int)))


def line_of(path: SettingPath, lines: dict[SettingPath, int]) -> int:
    """Return the line of `path`, or of the nearest table around it; 1 where there is none."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


_CALENDAR = "calendar"


def read_settings(raw: bytes) -> tuple[Settings, tuple[Mistake, ...]]:
    """Read the file's bytes; defaults stand where it is silent or wrong. Never raises."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        mistake = Mistake(line, 1, "S01", "the file is not UTF-8", "save it as UTF-8")
        return Settings(is_unread=True), (mistake,)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(is_unread=True), (_not_toml(error, text),)
    reader = _Reader(setting_lines(text))
    values = reader.table(SCHEMA, table, ())
    return _settings(values, reader.is_calendar_unclear), tuple(reader.mistakes)


def _not_toml(error: Exception, text: str) -> Mistake:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    last = text.rstrip().count("\n") + 1 if "end of document" in str(error) else 1
    at = (int(place[1]), int(place[2])) if place else (last, 1)
    message = f"not TOML: {str(error).partition(' (at')[0] or 'nested too deeply'}"
    return Mistake(*at, "S01", message, "no setting counts until it is mended")


class _Reader:
    """Walks the schema and the file together."""

    def __init__(self, lines: dict[SettingPath, int]) -> None:
        self.lines = lines
        self.mistakes: list[Mistake] = []
        #: something about the calendar was meant, and could not be read
        self.is_calendar_unclear = False

    def table(self, schema: Schema, found: dict[str, Any], path: SettingPath) -> dict[str, Any]:
        """Return what `found` says of the settings in `schema`."""
        values = {}
        for name, value in found.items():
            known = schema.get(name, schema.get("*"))
            if known is None:
                self._unknown(schema, (*path, name))
            else:
                values[name] = self._setting(known, value, (*path, name))
        return {name: value for name, value in values.items() if value is not None}

    def _setting(self, known: Any, value: Any, path: SettingPath) -> Any:
        if isinstance(known, list):
            return self._tables(known[0], value, path)
        if isinstance(known, dict):
            if not isinstance(value, dict):
                name = ".".join(map(str, path))
                return self._report(path, value, Unreadable(f"a table, [{name}]"))
            return self.table(known, value, path)
        try:
            return known(value)
        except Unreadable as error:
            return self._report(path, value, error)

    def _tables(self, schema: Schema, value: Any, path: SettingPath) -> list[dict[str, Any]] | None:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            name = ".".join(map(str, path))
            self._report(path, value, Unreadable(f"tables, [[{name}]] for each"))
            return None
        found = (self._complete(schema, item, (*path, n)) for n, item in enumerate(value))
        return [item for item in found if item is not None]

    def _complete(
        self, schema: Schema, item: dict[str, Any], path: SettingPath
    ) -> dict[str, Any] | None:
        values = self.table(schema, item, path)
        missing = [name for name in schema if name not in item and name != "for_all"]
        if missing:
            at = line_of(path, self.lines)
            hint = f"add it here, or delete this [[{'.'.join(map(str, path[:-1]))}]]"
            self.mistakes.append(Mistake(at, 1, "S01", f"`{missing[0]}` is missing here", hint))
        return values if set(schema) - {"for_all"} <= set(values) else None

    def _unknown(self, schema: Schema, path: SettingPath) -> None:
        message = f"the setting {quoted(str(path[-1]))} is unknown"
        hint = _suggestion(str(path[-1]), schema)
        self.is_calendar_unclear |= _CALENDAR in (str(path[0]), *hint.strip("?").split())
        self.is_calendar_unclear |= f"[{_CALENDAR}]" in hint
        self.mistakes.append(Mistake(line_of(path, self.lines), 1, "S01", message, hint))

    def _report(self, path: SettingPath, value: Any, error: Unreadable) -> Any:
        message = f"`{path[-1]}` is {quoted(str(value))}, expected {error.expected}"
        at = line_of(path, self.lines)
        self.is_calendar_unclear |= path[0] == _CALENDAR
        self.mistakes.append(Mistake(at, 1, "S01", message, error.hint or "the default stands"))
        return None


def _suggestion(name: str, schema: Schema) -> str:
    """Return what may have been meant by a setting that is unknown where it stands."""
    plain = name.casefold().replace("-", "_").replace(" ", "_")
    tables = [
        table for table, inner in SCHEMA.items() if isinstance(inner, dict) and plain in inner
    ]
    if tables and plain not in schema:
        return f"it belongs below [{tables[0]}]"
    similar = get_close_matches(plain, schema, 1)
    return f"did you mean {similar[0]}?" if similar else f"known here: {', '.join(schema)}"


def _settings(values: dict[str, Any], is_calendar_unclear: bool) -> Settings:
    me = dict(values.get("me", {}))
    chapters = tuple(Chapter(item["from"], item["name"]) for item in me.pop("chapter", ()))
    defaults = values.get("defaults", {})
    top = {name: values[name] for name in ("title", "lang", "places") if name in values}
    return Settings(
        **top,
        **defaults,
        me=Me(**me, chapters=chapters),
        cadence={**PHASE_CADENCE, **values.get("cadence", {})},
        holidays=tuple(Holiday(**item) for item in values.get("holiday", ())),
        git_save=values.get("git", {}).get("save", Settings().git_save),
        editor_url=values.get("editor", {}).get("url", ""),
        layout=_layout(values.get("notes", {}), values.get("folders", {})),
        calendar_names=values.get(_CALENDAR, {}).get(
            "names", "none" if is_calendar_unclear else "full"
        ),
    )


def _layout(notes: dict[str, Any], folders: dict[str, Any]) -> Layout:
    return Layout(notes.get("root", CONTENT), folders, notes.get("ignore", ()))
