"""Task lists: a box that shows what became of the task."""

import re
from xml.etree.ElementTree import Element

_BOX = re.compile(r"[ ]*\[([ xX-])\][ ]+")
STATES = {
    " ": ("open", "to do"),
    "x": ("done", "done"),
    "X": ("done", "done"),
    "-": ("dropped", "dropped"),
}
"""What became of a task, for the style sheet and for those who cannot see the box."""


def put_boxes(root: Element) -> None:
    """Put a box before each list item that begins with `[ ]`, `[x]` or `[-]`."""
    for item in root.iter("li"):
        holder = item
        if not (item.text and item.text.strip()) and len(item) and item[0].tag == "p":
            holder = item[0]
        match = _BOX.match(holder.text or "")
        if match and holder.text and (len(holder) or match.end() < len(holder.text)):
            state, label = STATES[match[1]]
            item.set("class", f"task task-{state}")
            holder.insert(0, _box(state, label, holder.text[match.end() :]))
            holder.text = ""


def _box(state: str, label: str, text: str) -> Element:
    attributes = {"type": "checkbox", "disabled": "", "aria-label": label}
    if state == "done":
        attributes["checked"] = ""
    box = Element("input", attributes)
    box.tail = f" {text}"
    return box
