"""Says what a model finds wrong in a file in words for the person who edits it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem, did_you_mean, nearest

_WANTED = {
    "string_type": "words; put them in quotation marks if they look like a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "fields with names",
    "model_type": "fields with names",
}
_LIMITS = {
    "greater_than": "above {gt}",
    "greater_than_equal": "of {ge} or more",
    "less_than": "below {lt}",
    "less_than_equal": "of {le} or less",
}


def fields_at(model: type[BaseModel], where: Where) -> list[str]:
    """Give the names of the fields that may stand at a place of a model's file."""
    shapes: list[Any] = [model]
    for step in where:
        # Pydantic puts the name of a union's member among the steps; it leads no deeper.
        shapes = [inner for shape in shapes for inner in _inside(shape, step)] or shapes
    fields = (item for shape in shapes if _is_model(shape) for item in shape.model_fields.items())
    return sorted({field.alias or name for name, field in fields})


def problem_of(detail: dict[str, Any], model: type[BaseModel], lines: Lines, place: Where) -> Problem:
    """Say one of pydantic's findings in words for the person who edits the file."""
    name = next((step for step in reversed(place) if isinstance(step, str)), "the file")
    kind = detail["type"]
    if kind == "extra_forbidden":
        what, cure = _unknown(name, fields_at(model, detail["loc"][:-1]))
    elif kind == "missing":
        what, cure = f"“{name}” is missing", f"Add “{name}:” to this part."
    elif kind in _WANTED:
        what, cure = f"“{name}” has the wrong form", f"Write {_WANTED[kind]}."
    else:
        what, cure = _of_value(name, detail)
    return Problem(lines.file, lines.of(*place), what, cure)


def _unknown(name: str, known: list[str]) -> tuple[str, str]:
    close = nearest(name, known)
    cure = f"Did you mean “{close}”?" if close else f"Take it out; known here: {', '.join(known)}."
    return f"“{name}” is no field of this part", cure


def _of_value(name: str, detail: dict[str, Any]) -> tuple[str, str]:
    """Say what is wrong with a value of the right form, and the cure."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "lesson":
        return context["what"], context["cure"]
    if kind in ("literal_error", "enum"):
        known, given = _expected(context["expected"]), detail["input"]
        if not isinstance(given, str):
            return f"“{name}” has the wrong form", f"Write one of: {', '.join(known)}."
        return f"“{given}” is not a word for “{name}”", did_you_mean(given, known)
    if kind == "value_error":
        return str(context["error"]), ""
    if kind == "form":
        return f"“{detail['input']}” does not have the form of “{name}”", context["form"]
    if kind in ("string_too_short", "too_short"):
        return f"“{name}” is empty", "Fill it in."
    if kind == "string_too_long" or (kind == "too_long" and isinstance(detail["input"], str)):
        return f"“{name}” is too long", f"Keep to {context['max_length']} characters."
    if kind == "too_long":
        return f"“{name}” has too many entries", f"Keep to {context['max_length']}."
    if kind in _LIMITS:
        return f"“{name}” is {detail['input']}", f"Write a number {_LIMITS[kind].format(**context)}."
    return f"“{name}” has a value that does not fit", "Compare it with the same field of another lesson."


def _expected(words: str) -> list[str]:
    return [word.strip().strip("'") for word in words.replace(" or ", ", ").split(",")]


def _is_model(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel)


def _inside(shape: Any, step: str | int) -> Iterator[Any]:
    if _is_model(shape):
        if step in shape.model_fields:
            yield from _flat(shape.model_fields[step].annotation)
    elif isinstance(step, int) and get_origin(shape) in (tuple, list):
        yield from _flat(get_args(shape)[0])
    elif get_origin(shape) is dict:
        yield from _flat(get_args(shape)[1])


def _flat(annotation: Any) -> Iterator[Any]:
    """Give the types that an annotation allows, without its wrappings."""
    if get_origin(annotation) is Annotated:
        yield from _flat(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _flat(member)
    else:
        yield annotation
