"""The key reference, the JSON Schema and Obsidian's property types, read off the vocabulary.

Run as `python -m journal.reference FOLDER`, it writes them into FOLDER.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from journal.advice.reason_kinds import REASON_KINDS
from journal.findings import CODES
from journal.notes.kinds import FOLDERS, Kind
from journal.vocabulary.key_types import Key, Type

_WRITTEN = {
    Type.TEXT: "one line; a list of one is that one",
    Type.LIST: "a list; a single value stands for a list of one",
    Type.LINKS: "a list of links; a single one likewise, brackets may be left out",
    Type.DATE: "`YYYY-MM-DD`; from 1900 to a hundred years ahead. A time behind it, "
    "`2023-09-12T10:00`, is a touchpoint's `time` where there is none, else passed over",
    Type.PDATE: "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; counts from its first day",
    Type.BIRTHDAY: "`MM-DD`, `--MM-DD`, `YYYY-MM-DD` or `YYYYMMDD`; the year 1604 means none",
    Type.BOOL: "`true` or `false`; `yes` and `no` are understood",
    Type.NUMBER: "a whole number, 0 or more",
    Type.DURATION: "`10 days`, `2 weeks`, `every 3 months`, `1 year 6 months`, `2w`, `P3M`, "
    "`every other week`, `twice a month` (every two weeks), `3 times a year`, `weekly`, "
    "`fortnightly`, `monthly`, `quarterly`, `yearly`, `none`",
    Type.CLOCK: "`HH:MM`, 24 hours",
    Type.HOURS: "`HH:MM-HH:MM`; may wrap past midnight",
    Type.ONE_OF: "one word of the list; upper or lower case",
    Type.SOME_OF: "words of the list; upper or lower case",
    Type.PHASES: "lines `DATE PHASE note`, oldest first",
    Type.DATED: "lines `DATE words`, like `2016 London`; a date is a year, a month or a day",
}
_PATTERNS = {
    Type.DATE: r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$",
    Type.PDATE: r"^\d{4}(-\d{2}(-\d{2})?)?$",
    Type.BIRTHDAY: r"^(\d{4}-|--)?\d{2}-\d{2}$|^\d{8}$",
    Type.CLOCK: r"^\d{2}:\d{2}$",
    Type.HOURS: r"^\d{2}:\d{2} ?[-–] ?\d{2}:\d{2}$",
}
_OBSIDIAN = {
    Type.DATE: "date",
    Type.BOOL: "checkbox",
    Type.NUMBER: "number",
    Type.LIST: "multitext",
    Type.LINKS: "multitext",
    Type.SOME_OF: "multitext",
    Type.PHASES: "multitext",
    Type.DATED: "multitext",
}


def key_reference() -> str:
    """Return the key reference as Markdown."""
    lines = [
        "# Keys",
        "",
        "Made from the program's own vocabulary by `make docs`; "
        "what is written here is what is read.",
        "",
        "## Types",
        "",
        "| type | written |",
        "|---|---|",
        *(f"| {type_} | {written} |" for type_, written in _WRITTEN.items()),
    ]
    common = next(iter(FOLDERS.values()))
    shared = [name for name in common.keys if all(name in k.keys for k in FOLDERS.values())]
    lines += _section("Every note", [common.keys[name]._replace(required=False) for name in shared])
    for heading, kind in _headings():
        lines += _section(heading, [key for key in kind.keys.values() if key.name not in shared])
    return "\n".join((*lines, "", *_choices()))


def _headings() -> Iterator[tuple[str, Kind]]:
    seen: dict[str, list[Kind]] = {}
    for kind in FOLDERS.values():
        seen.setdefault(kind.record_name, []).append(kind)
    for kinds in seen.values():
        folders = ", ".join(f"`{kind.folder}/`" for kind in kinds)
        yield f"{kinds[0].record_name.capitalize()} ({folders})", kinds[0]


def _section(heading: str, keys: list[Key]) -> list[str]:
    lines = ["", f"## {heading}", "", "| key | type | meaning | default |", "|---|---|---|---|"]
    return [*lines, *(_row(key) for key in keys)]


def _row(key: Key) -> str:
    name = f"**`{key.name}`** (required)" if key.required else f"`{key.name}`"
    me = "; `me` is understood" if key.me else ""
    return f"| {name} | {key.type} | {key.help}{me} | {key.default} |"


def _choices() -> Iterator[str]:
    yield "## Lists"
    used: dict[tuple[str, ...], list[str]] = {}
    synonyms: dict[tuple[str, ...], Mapping[str, str]] = {}
    for kind in FOLDERS.values():
        for key in kind.keys.values():
            if key.choices:
                used.setdefault(key.choices.words, []).append(
                    f"`{key.name}` of a {kind.record_name}"
                )
                synonyms[key.choices.words] = key.choices.synonyms
    for words, keys in used.items():
        heading = ", ".join(dict.fromkeys(keys))
        yield from ("", f"### {heading}", "", ", ".join(f"`{word}`" for word in words))
        if synonyms[words]:
            said = ", ".join(f"{said} → {meant}" for said, meant in synonyms[words].items())
            yield from ("", f"Understood as well: {said}.")
    yield ""


def json_schema() -> dict[str, Any]:
    """Return a JSON Schema (draft 2020-12) of the front matter of each folder."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a mentoring journal's notes, by folder",
        "$defs": {folder: _object(kind) for folder, kind in FOLDERS.items()},
        "anyOf": [{"$ref": f"#/$defs/{folder}"} for folder in FOLDERS],
    }


def _object(kind: Kind) -> dict[str, Any]:
    return {
        "type": "object",
        "description": kind.help,
        "properties": {key.name: _property(key) for key in kind.keys.values()},
        "required": [key.name for key in kind.keys.values() if key.required and key.name != "date"],
        "additionalProperties": True,
    }


def _property(key: Key) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "string"}
    if key.type is Type.BOOL:
        one = {"type": ["boolean", "string"]}
    elif key.type is Type.NUMBER:
        one = {"type": ["integer", "string"], "minimum": 0}
    elif key.choices:
        one = {"type": "string", "enum": [*key.choices.words, *key.choices.synonyms]}
    elif key.type in _PATTERNS:
        one = {"type": "string", "pattern": _PATTERNS[key.type]}
    if key.type.many:
        return {"description": key.help, "anyOf": [one, {"type": "array", "items": one}]}
    return {"description": key.help, **one}


def obsidian_types() -> Mapping[str, Any]:
    """Return what `.obsidian/types.json` may hold, so that Obsidian shows each key as it is."""
    types = {
        key.name: _OBSIDIAN.get(key.type, "text")
        for kind in FOLDERS.values()
        for key in kind.keys.values()
    }
    return {"types": dict(sorted(types.items()))}


def findings_reference() -> str:
    """Return the table of findings as Markdown."""
    rows = (f"| {code} | {level} | {meaning} |" for code, (level, meaning) in CODES.items())
    return "\n".join(
        (_FINDINGS.strip(), "", "| code | level | finding |", "|---|---|---|", *rows, "")
    )


_FINDINGS = """
# Findings

Made from the program's own table by `make docs`.

`journal check` prints one finding a line, `path:line:column: CODE level: message (hint)`, sorted
by place, so that editors can jump there. `--format json` gives a list of objects with `path`,
`line`, `column`, `code`, `level`, `message` and `hint`; `--format github` gives annotations for a
workflow. Exit status 0, 1 with errors (with `--strict`: with warnings too), 2 when it could not
run.

An *error* could not be read as it was meant: that key counts as absent, in a list that entry; a
note without a required key is left out; everything else is built. A *warning* is probably not
what you want. A *hint* is worth a thought.

C20 to C33 and O11 look at the last twelve months and at what lies ahead: old history stays quiet.
The first page counts errors and warnings only; hints are on the page of findings.
"""


_REASONS = re.compile(r"^\| reason \|.*?\n\n", re.MULTILINE | re.DOTALL)


def with_reasons(text: str) -> str:
    """Return the page of the docs on advice with the table of reasons as the program has it."""
    rows = (
        f"| `{kind.name}` | {kind.when} | {kind.by} | {kind.until} |"
        for kind in REASON_KINDS.values()
    )
    table = "\n".join(("| reason | when | by | until |", "|---|---|---|---|", *rows))
    return _REASONS.sub(lambda _: f"{table}\n\n", text, count=1)


def write_reference(folder: Path) -> None:
    """Write the references into `folder`, and the table of reasons into its page on advice."""
    folder.mkdir(exist_ok=True)
    advice = folder / "advice.md"
    if advice.exists():
        advice.write_text(with_reasons(advice.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "keys.md").write_text(key_reference(), encoding="utf-8")
    (folder / "findings.md").write_text(findings_reference(), encoding="utf-8")
    for name, data in (("schema", json_schema()), ("obsidian-types", obsidian_types())):
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_reference(Path(sys.argv[1]))
