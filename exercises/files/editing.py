"""Edits one field or entry of a YAML file: all other letters stay as they are, or nothing is changed at all."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from exercises.files.document import LOADER, read_document
from exercises.files.lines import Where
from exercises.files.remarks import lost_remarks

_BARE = re.compile(r"[a-z]+(-[a-z]+)*|[A-Z][0-9]+[a-z]*")
_NO_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
_Pair = tuple[Any, Any]
Value: TypeAlias = str | bool | int | list[str] | list[dict[str, Any]] | None


class NotEditedError(ValueError):
    """An edit that would change more than was meant: it has to be done by hand."""


class RemarkError(NotEditedError):
    """An edit that would take out a remark of a person, which stands among the words that are changed."""


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
    mapping = node_at(text, where)
    pairs: list[_Pair] = mapping.value
    at = next((number for number, (key, _) in enumerate(pairs) if key.value == field), None)
    if at is None or len(pairs) == 1:
        raise NotEditedError
    start, end = pairs[at][0].start_mark.index, end_of(text, pairs[at][1])
    if mapping.flow_style:
        start, end = (start, pairs[1][0].start_mark.index) if at == 0 else (end_of(text, pairs[at - 1][1]), end)
    elif not line_before(text, start).strip():
        start, end = start - len(line_before(text, start)), next_line(text, end)
    else:
        # The first field of an entry stands behind its dash: the next one takes its place.
        end = pairs[at + 1][0].start_mark.index
        if text.count("\n", start, end) != 1:
            raise NotEditedError
    new = text[:start] + text[end:]
    if mapping.flow_style and lost_remarks(text, new):
        raise RemarkError
    wanted, entry = data_at(text, where)
    del entry[field]
    return sure(new, wanted)


def without_entry(text: str, where: Where) -> str:
    """Take an entry out of a list, with its own lines and no others; an empty list is written as ``[]``."""
    *outer, number = where
    sequence, entry = node_at(text, tuple(outer)), node_at(text, where)
    dash = text.rfind("-", 0, entry.start_mark.index)
    if (
        sequence.flow_style
        or dash < 0
        or line_before(text, dash).strip()
        or text[dash + 1 : entry.start_mark.index].strip()
    ):
        raise NotEditedError
    start, end = dash - len(line_before(text, dash)), next_line(text, end_of(text, entry))
    new = text[:start] + text[end:]
    if len(sequence.value) == 1:
        colon = text.rfind(":", 0, start)
        new = f"{text[: colon + 1]} []{text[colon + 1 : start]}{text[end:]}"
    wanted, entries = data_at(text, tuple(outer))
    del entries[int(number)]
    return sure(new, wanted)


def with_value(text: str, where: Where, value: Value) -> str:
    """Put a value in the place of that of a field that is there; remarks among its words stay, or RemarkError."""
    *outer, name = where
    node = node_at(text, where)
    start, end = node.start_mark.index, end_of(text, node)
    # Who quotes words goes on quoting them.
    is_quoted = getattr(node, "style", None) in ("'", '"') and isinstance(value, str)
    said = json.dumps(value, ensure_ascii=False) if is_quoted else written(value)
    if start == end:
        keys = [key for key, _ in node_at(text, tuple(outer)).value if key.value == name]
        start = end = text.index(":", keys[0].end_mark.index) + 1
        said = f" {said}".rstrip()
    new = text[:start] + said + text[end:]
    if "#" in text[start:end] and lost_remarks(text, new):
        return _one_by_one(text, where, value)
    wanted, entry = data_at(text, tuple(outer))
    entry[name] = value
    return sure(new, wanted)


def _one_by_one(text: str, where: Where, value: Value) -> str:
    """Write each part of a list that differs into its own place, as remarks stand between them."""
    nodes = node_at(text, where).value
    if not isinstance(value, list) or not isinstance(nodes, list) or len(nodes) != len(value):
        raise RemarkError
    parts: list[Any] = [*value]
    for number, (node, one) in enumerate(zip(nodes, parts, strict=True)):
        if not isinstance(node, yaml.ScalarNode) or node.start_mark.index == node.end_mark.index:
            raise RemarkError
        if node.value != one:
            text = with_value(text, (*where, number), one)
    return text


def lines_of_all(text: str, places: Iterable[Where]) -> dict[Where, tuple[int, int]]:
    """Give the first and the last line of some entries, from 1; those that cannot be found are left out."""
    found, whole = dict[Where, tuple[int, int]](), _composed(text)
    for where in places:
        with suppress(NotEditedError):
            node = _led_to(whole, where)
            found[where] = node.start_mark.line + 1, text.count("\n", 0, end_of(text, node)) + 1
    return found


def written(value: Any) -> str:
    """Write a value in one line: a plain word as it is, all else in quotation marks, lists and readings in brackets."""
    if isinstance(value, str) and _BARE.fullmatch(value) and value not in _NO_WORDS:
        return value
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return f"[{', '.join(map(flow, value))}]"
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def flow(reading: Any) -> str:
    """Write fields in one line, such as ``{source: "The teachers"}``."""
    if not isinstance(reading, dict):
        return json.dumps(reading, ensure_ascii=False)
    return f"{{{', '.join(f'{name}: {json.dumps(value, ensure_ascii=False)}' for name, value in reading.items())}}}"


def node_at(text: str, where: Where) -> Any:
    """Give the part of a file to which names and list positions lead."""
    return _led_to(_composed(text), where)


def _composed(text: str) -> Any:
    try:
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        raise NotEditedError from None


def _led_to(node: Any, where: Where) -> Any:
    try:
        for step in where:
            node = node.value[step] if isinstance(step, int) else dict(_named(node))[step]
    except (LookupError, AttributeError, TypeError, ValueError):
        raise NotEditedError from None
    return node


def _named(node: Any) -> list[tuple[str, Any]]:
    return [(key.value, value) for key, value in node.value]


def end_of(text: str, node: Any) -> int:
    """Give the first place behind a part of a file, without blanks and remarks that follow it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        said = text[: node.end_mark.index]
        return len(said.rstrip()) if getattr(node, "style", None) in ("|", ">") else len(said)
    last = node.value[-1]
    return end_of(text, last[1] if isinstance(last, tuple) else last)


def line_before(text: str, at: int) -> str:
    """Give what stands before a place in its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def next_line(text: str, at: int) -> int:
    """Give the place at which the next line begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def data_at(text: str, where: Where) -> tuple[Any, Any]:
    """Give all that a file holds, to be changed, and the part of it to which the steps lead."""
    document = read_document(Path(), text)
    if document.problems:
        raise NotEditedError
    part = whole = copy.deepcopy(document.data)
    for step in where:
        part = part[step]
    return whole, part


def sure(new: str, wanted: Any) -> str:
    """Give an edited file if it holds what was wanted and nothing else."""
    document = read_document(Path(), new)
    if document.problems or document.data != wanted:
        raise NotEditedError
    return new
