"""Other accepted readings as a person types them on a page: one on each line, in the form of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from exercises.files.document import read_document
from exercises.files.editing import flow
from exercises.files.remarks import lost_remarks


class UnreadableError(ValueError):
    """A line that is no reading; it is the line itself."""


def written_readings(readings: Iterable[Any]) -> str:
    """Write readings as ``{source: "The teachers"}``, one on each line."""
    return "\n".join(flow(one) for one in readings)


def read_readings(typed: str) -> list[dict[str, Any]]:
    """Read what was typed; raises UnreadableError with the first line that names no field with its words."""
    return list(_read(line.strip().removeprefix("- ") for line in typed.split("\n") if line.strip()))


def _read(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        document = read_document(Path(), line if line.startswith("{") else f"{{{line}}}")
        held = document.data if isinstance(document.data, dict) else {}
        # A remark would be lost, as it is no part of what was read.
        if document.problems or lost_remarks(line, "") or not held or not all(map(_is_words, held.values())):
            raise UnreadableError(line)
        yield held


def _is_words(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))
