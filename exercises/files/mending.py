"""Goes on after a fault: entries that do not fit are left out, and the rest is checked in the same run."""

from __future__ import annotations

import copy
import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from exercises.files.lines import Lines, Where

_ROUNDS = 3
_NO_PARTS = ("tuple_type", "list_type", "frozen_set_type", "dict_type", "model_type")
_NOTHING = object()
Model = TypeVar("Model", bound=BaseModel)


def mended(model: type[Model], data: Any, lines: Lines) -> tuple[Model | None, frozenset[str]]:
    """Read what can be read of faulty data.

    Parameters
    ----------
    model : type
        Pydantic model of the whole file.
    data : Any
        What the file holds; it is left as it is.
    lines : Lines
        Lines of the file; lines of entries that are left out are taken out as well.

    Returns
    -------
    tuple
        The instance, or None if too little is sound; and the ids of the entries left out.
    """
    data = copy.deepcopy(data)
    dropped: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate_json(json.dumps(data), strict=True), frozenset(dropped)
        except ValidationError as error:
            places = {_to_leave_out(data, detail["type"], detail["loc"]) for detail in error.errors()}
        if None in places:
            break
        # From the back to the front, so that the places of earlier entries stay what they are.
        found = sorted((place for place in places if place), key=_order, reverse=True)
        left_out = {place: _leave_out(data, place) for place in found}
        lines.forget(place for place, entry in left_out.items() if entry is not _NOTHING)
        dropped |= {str(entry["id"]) for entry in left_out.values() if isinstance(entry, dict) and "id" in entry}
    return None, frozenset(dropped)


def _to_leave_out(data: Any, kind: str, loc: Where) -> Where | None:
    """Give the place of what has to go: a field nobody knows, the entry around a fault, or a field that can be spared.

    None where the fault is that of a whole list: without it, whatever names its entries would seem wrong.
    """
    if kind == "extra_forbidden":
        return loc
    places = [loc[:length] for length in range(len(loc), 0, -1) if isinstance(loc[length - 1], int)]
    # Of a list that is too short, what is missing has a place as well.
    if entries := [place for place in places if _at(data, place) is not _NOTHING]:
        # Outside of a list whose entries have ids, the outermost entry is the one that stands for itself.
        named = (place for place in entries if isinstance(entry := _at(data, place), dict) and "id" in entry)
        return next(named, entries[-1])
    return None if kind in _NO_PARTS or _at(data, loc) in (None, _NOTHING) else loc


def _order(place: Where) -> tuple[str, ...]:
    return tuple(f"{step:09}" if isinstance(step, int) else step for step in place)


def _leave_out(data: Any, place: Where) -> Any:
    """Take a field or an entry out; give the entry, if it is one of a list."""
    *before, last = place
    around = _at(data, tuple(before))
    if isinstance(around, dict):
        around.pop(str(last), None)
    elif isinstance(around, list) and isinstance(last, int):
        return around.pop(last)
    return _NOTHING


def _at(data: Any, where: Where) -> Any:
    for step in where:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return _NOTHING
    return data
