"""Adds one field or entry to a YAML file: all other letters stay as they are, or nothing is changed at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exercises.files.editing import (
    NotEditedError,
    Value,
    data_at,
    end_of,
    line_before,
    next_line,
    node_at,
    sure,
    written,
)
from exercises.files.lines import Where

INDENT = "  "


def with_field(text: str, where: Where, name: str, value: Value) -> str:
    """Write a new field behind the last one of an entry.

    Parameters
    ----------
    text : str
        The file.
    where : tuple
        What leads to the entry.
    name : str
        Name of the field; it is not there yet.
    value : str, bool, list or None
        What it holds.

    Raises
    ------
    NotEditedError
        If something else would change.
    """
    mapping = node_at(text, where)
    pairs = getattr(mapping, "value", None)
    if not isinstance(pairs, list) or not pairs or not isinstance(pairs[0], tuple):
        raise NotEditedError
    end, said = end_of(text, pairs[-1][1]), f"{name}: {written(value)}".rstrip()
    if mapping.flow_style:
        new = f"{text[:end]}, {said}{text[end:]}"
    else:
        new = _with_lines(text, next_line(text, end), f"{' ' * pairs[0][0].start_mark.column}{said}\n")
    wanted, entry = data_at(text, where)
    entry[name] = value
    return sure(new, wanted)


def with_entry(text: str, layer: str, entry: Mapping[str, Any]) -> str:
    """Write a new entry into a list, behind those of its own sentence and of the ones before.

    Parameters
    ----------
    text : str
        The file.
    layer : str
        Name of the list; if there is none, it is written at the end of the file.
    entry : mapping
        What the entry holds; a field ``sentence`` says where it goes.

    Raises
    ------
    NotEditedError
        If something else would change.
    """
    wanted, _ = data_at(text, ())
    if not isinstance(wanted, dict):
        raise NotEditedError
    if not (before := wanted.get(layer)):
        new = _begun(text, layer, _lines(entry, INDENT), is_there=layer in wanted)
        return sure(new, wanted | {layer: [dict(entry)]})
    sequence = node_at(text, (layer,))
    dash = text.rfind("-", 0, sequence.value[0].start_mark.index)
    if sequence.flow_style or line_before(text, dash).strip():
        raise NotEditedError
    at = max((number for number, one in enumerate(before, 1) if _sentence(one) <= _sentence(entry)), default=0)
    start = next_line(text, end_of(text, sequence.value[at - 1])) if at else dash - len(line_before(text, dash))
    before.insert(at, dict(entry))
    return sure(_with_lines(text, start, _lines(entry, line_before(text, dash))), wanted)


def _begun(text: str, layer: str, lines: str, *, is_there: bool) -> str:
    """Begin a list that is empty, or not there."""
    if not is_there:
        return _with_lines(text, len(text), f"\n{layer}:\n{lines}")
    node = node_at(text, (layer,))
    start = text.rfind(":", 0, node.start_mark.index) + 1 if node.end_mark.index > node.start_mark.index else None
    if start is None or text[node.start_mark.index : node.end_mark.index] != "[]":
        raise NotEditedError
    rest = next_line(text, node.end_mark.index)
    return _with_lines(text[:start] + text[node.end_mark.index :], rest - (node.end_mark.index - start), lines)


def _with_lines(text: str, at: int, lines: str) -> str:
    """Put whole lines at a place; lines end as they did."""
    before = text[:at]
    lines = lines if not before or before.endswith("\n") else f"\n{lines}"
    return before + (lines.replace("\n", "\r\n") if "\r\n" in text else lines) + text[at:]


def _lines(entry: Mapping[str, Any], indent: str) -> str:
    """Write an entry of a list, a field on each line."""
    fields = "".join(_field(name, value, f"{indent}  ") for name, value in entry.items())
    return f"{indent}- {fields.removeprefix(f'{indent}  ')}"


def _field(name: str, value: Any, indent: str) -> str:
    if isinstance(value, dict):
        return f"{indent}{name}:\n{''.join(_field(*pair, f'{indent}  ') for pair in value.items())}"
    return f"{indent}{name}: {written(value)}".rstrip() + "\n"


def _sentence(entry: Any) -> int:
    found = entry.get("sentence") if isinstance(entry, Mapping) else None
    return found if isinstance(found, int) else 0
