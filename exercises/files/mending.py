"""Goes on after a fault: what does not fit is mended or taken out, and the rest is checked in the same run."""

from __future__ import annotations

import copy
import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from exercises.files.lines import Lines, Where

STAND_IN = "\ue0ff"
"""Stands where words are missing; no problem that speaks of it is told."""

_ROUNDS = 4
_WORDS_WANTED = ("missing", "string_type", "string_too_short")
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
        Lines of the file; lines of parts that are taken out are taken out as well.

    Returns
    -------
    tuple
        The instance, or None if too little is sound; and the ids of the entries taken out.
    """
    data = copy.deepcopy(data)
    dropped: set[str] = set()
    for turn in range(_ROUNDS):
        try:
            return model.model_validate_json(json.dumps(data), strict=True), frozenset(dropped)
        except ValidationError as error:
            faulty = {_mend(data, detail["type"], detail["loc"], only_drop=turn > 1) for detail in error.errors()}
        # From the back to the front, so that the places of earlier entries stay what they are.
        for place in sorted(faulty - {None}, key=_order, reverse=True):
            dropped.add(_drop(data, lines, place or ()))
    return None, frozenset(dropped)


def _mend(data: Any, kind: str, loc: Where, *, only_drop: bool) -> Where | None:
    """Mend one fault in place, or give the entry that has to go."""
    parent = _at(data, loc[:-1])
    if kind == "extra_forbidden" and isinstance(parent, dict):
        parent.pop(str(loc[-1]), None)
        return None
    if kind in _WORDS_WANTED and isinstance(parent, dict) and not only_drop:
        parent[str(loc[-1])] = STAND_IN
        return None
    places = (loc[:length] for length in range(len(loc), 0, -1) if isinstance(loc[length - 1], int))
    entry = next((place for place in places if isinstance(found := _at(data, place), dict) and "id" in found), None)
    if entry is None and isinstance(parent, dict):
        parent.pop(str(loc[-1]), None)
    return entry


def _order(place: Where | None) -> tuple[str, ...]:
    return tuple(f"{step:09}" if isinstance(step, int) else step for step in place or ())


def _drop(data: Any, lines: Lines, place: Where) -> str:
    *before, number = place
    entry = _at(data, place)
    _at(data, tuple(before)).pop(number)
    lines.forget(place)
    return str(entry["id"])


def _at(data: Any, where: Where) -> Any:
    for step in where:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
