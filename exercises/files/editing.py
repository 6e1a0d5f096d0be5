"""Edits one field or entry of a YAML file: all other letters stay as they are, or nothing is changed at all."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from exercises.files.document import LOADER, read_document
from exercises.files.lines import Where

_BARE = re.compile(r"[a-z]+(-[a-z]+)*")
_NO_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
_Pair = tuple[Any, Any]
Value: TypeAlias = str | bool | list[str] | None


class NotEditedError(ValueError):
    """An edit that would change more than was meant: it has to be done by hand."""


def without_field(text: str, where: Where, field: str) -> str:
    """Take a field out of an entry; raises NotEditedError if that cannot be done without a change to something else.

    Parameters
    ----------
    text : str
        The file.
    where : tuple
        Names and list positions that lead to the entry.
    field : str
        Name of the field.
    """
    mapping = _node(text, where)
    pairs: list[_Pair] = mapping.value
    at = next((number for number, (key, _) in enumerate(pairs) if key.value == field), None)
    if at is None or len(pairs) == 1:
        raise NotEditedError
    start, end = pairs[at][0].start_mark.index, _end(text, pairs[at][1])
    if mapping.flow_style:
        start, end = (start, pairs[1][0].start_mark.index) if at == 0 else (_end(text, pairs[at - 1][1]), end)
    elif not _line_before(text, start).strip():
        start, end = start - len(_line_before(text, start)), _next_line(text, end)
    else:
        # The first field of an entry stands behind its dash: the next one takes its place.
        end = pairs[at + 1][0].start_mark.index
        if text.count("\n", start, end) != 1:
            raise NotEditedError
    wanted, entry = _data(text, where)
    del entry[field]
    return _sure(text[:start] + text[end:], wanted)


def without_entry(text: str, where: Where) -> str:
    """Take an entry out of a list, with its own lines and no others; an empty list is written as ``[]``."""
    *outer, number = where
    sequence, entry = _node(text, tuple(outer)), _node(text, where)
    dash = text.rfind("-", 0, entry.start_mark.index)
    if (
        sequence.flow_style
        or dash < 0
        or _line_before(text, dash).strip()
        or text[dash + 1 : entry.start_mark.index].strip()
    ):
        raise NotEditedError
    start, end = dash - len(_line_before(text, dash)), _next_line(text, _end(text, entry))
    new = text[:start] + text[end:]
    if len(sequence.value) == 1:
        colon = text.rfind(":", 0, start)
        new = f"{text[: colon + 1]} []{text[colon + 1 : start]}{text[end:]}"
    wanted, entries = _data(text, tuple(outer))
    del entries[int(number)]
    return _sure(new, wanted)


def with_value(text: str, where: Where, value: Value) -> str:
    """Put a value in the place of that of a field that is there."""
    *outer, name = where
    node = _node(text, where)
    start, end = node.start_mark.index, _end(text, node)
    # Who quotes words goes on quoting them.
    is_quoted = getattr(node, "style", None) in ("'", '"') and value is not None
    written = json.dumps(value, ensure_ascii=False) if is_quoted else _written(value)
    if start == end:
        keys = [key for key, _ in _node(text, tuple(outer)).value if key.value == name]
        start = end = text.index(":", keys[0].end_mark.index) + 1
        written = f" {written}".rstrip()
    wanted, entry = _data(text, tuple(outer))
    entry[name] = value
    return _sure(text[:start] + written + text[end:], wanted)


def lines_of(text: str, where: Where) -> tuple[int, int]:
    """Give the first and the last line of an entry, from 1."""
    node = _node(text, where)
    return node.start_mark.line + 1, text.count("\n", 0, _end(text, node)) + 1


def _written(value: Value) -> str:
    if isinstance(value, str) and _BARE.fullmatch(value) and value not in _NO_WORDS:
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _node(text: str, where: Where) -> Any:
    """Give the part of a file to which names and list positions lead."""
    try:
        node = yaml.compose(text, Loader=LOADER)
        for step in where:
            node = node.value[step] if isinstance(step, int) else dict(_named(node))[step]
    except (yaml.YAMLError, LookupError, AttributeError, TypeError, ValueError):
        raise NotEditedError from None
    return node


def _named(node: Any) -> list[tuple[str, Any]]:
    return [(key.value, value) for key, value in node.value]


def _end(text: str, node: Any) -> int:
    """Give the first place behind a part of a file, without blanks and remarks that follow it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        said = text[: node.end_mark.index]
        return len(said.rstrip()) if getattr(node, "style", None) in ("|", ">") else len(said)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _next_line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _data(text: str, where: Where) -> tuple[Any, Any]:
    """Give all that a file holds, to be changed, and the part of it to which the steps lead."""
    document = read_document(Path(), text)
    if document.problems:
        raise NotEditedError
    part = whole = copy.deepcopy(document.data)
    for step in where:
        part = part[step]
    return whole, part


def _sure(new: str, wanted: Any) -> str:
    """Give an edited file if it holds what was wanted and nothing else."""
    document = read_document(Path(), new)
    if document.problems or document.data != wanted:
        raise NotEditedError
    return new
