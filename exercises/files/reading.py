"""Reads a YAML file into a model; everything that does not fit is said at once, with line and cure."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from exercises.files.document import Document, read_document
from exercises.files.lines import Lines, Where
from exercises.files.mending import mended
from exercises.files.problems import LessonError, Problem, did_you_mean, nearest
from exercises.files.source import read_source

__all__ = ["Lines", "Reading", "fields_at", "read_as_far_as_possible", "read_plain", "read_yaml", "validate"]

Model = TypeVar("Model", bound=BaseModel)

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


@dataclass(frozen=True)
class Reading(Generic[Model]):
    """What was read of a file.

    Attributes
    ----------
    value : model or None
        All that is sound; None if that is too little.
    lines : Lines
        Lines of what was read.
    problems : tuple of Problem
        Every fault of the file itself.
    dropped : frozenset of str
        Ids of entries that exist and are too faulty to be read.
    missing : bool
        Whether there is no such file at all.
    """

    value: Model | None
    lines: Lines
    problems: tuple[Problem, ...]
    dropped: frozenset[str] = frozenset()
    missing: bool = False


def read_yaml(path: Path, model: type[Model]) -> tuple[Model, Lines]:
    """Read a YAML file that a person wrote.

    Parameters
    ----------
    path : Path
        The file; UTF-8, at most 2 MB, without anchors, aliases and tags.
    model : type
        Pydantic model of the whole file.

    Returns
    -------
    tuple
        The model's instance, and the lines of all fields.

    Raises
    ------
    LessonError
        With every problem of the file.
    """
    reading = read_as_far_as_possible(path, model)
    if reading.value is None or reading.problems:
        raise LessonError(reading.problems)
    return reading.value, reading.lines


def read_as_far_as_possible(path: Path, model: type[Model]) -> Reading[Model]:
    """Read a YAML file and, where it has faults, what is sound in it.

    Parameters
    ----------
    path : Path
        The file.
    model : type
        Pydantic model of the whole file.

    Returns
    -------
    Reading
        What was read, and every problem.
    """
    source = read_source(path)
    if source.text is None:
        return Reading(None, Lines(path), source.problems, missing=source.missing)
    document = read_document(path, source.text)
    value, found = validated(model, document)
    problems = (*source.problems, *found)
    if value is not None or not document.whole:
        return Reading(value if document.whole else None, document.lines, problems)
    value, dropped = mended(model, document.data, document.lines)
    return Reading(value, document.lines, problems, dropped)


def validated(model: type[Model], document: Document) -> tuple[Model | None, list[Problem]]:
    """Check a document against a model; give the instance, or None, and all problems of the document and its data."""
    if not document.readable:
        return None, list(document.problems)
    if document.data is None and not document.problems:
        cure = f"Write its fields: {', '.join(fields_at(model, ()))}."
        return None, [document.lines.problem("Nothing stands here", cure)]
    value, found = validate(model, document.data, document.lines)
    # A refused alias or tag leaves a hole; what the model says about that line would only confuse.
    refused = {problem.line for problem in document.problems}
    return value, [*document.problems, *(problem for problem in found if problem.line not in refused)]


def read_plain(path: Path) -> dict[str, Any]:
    """Read a YAML file of our own that has no model; LessonError, with every problem, if it is no set of fields."""
    source = read_source(path)
    document = read_document(path, source.text or "")
    problems = [*source.problems, *document.problems]
    if not problems and not isinstance(document.data, dict):
        problems.append(document.lines.problem("Here is no set of fields", "Write names and colons, one a line."))
    if problems:
        raise LessonError(problems)
    return dict(document.data)


def validate(model: type[Model], data: Any, lines: Lines, *where: str | int) -> tuple[Model | None, list[Problem]]:
    """Check plain data against a model.

    Parameters
    ----------
    model : type
        Pydantic model.
    data : Any
        What the file holds at this place.
    lines : Lines
        Lines of the whole file.
    *where : str or int
        Names and list positions that lead to the data.

    Returns
    -------
    tuple
        The instance, or None; and all problems.
    """
    try:
        # Checked as JSON: lists may fill tuples there, while "12" stays words and never becomes a number.
        return model.model_validate_json(json.dumps(data), strict=True), []
    except ValidationError as error:
        found: dict[Where, Problem] = {}
        details = error.errors(include_url=False)
        for detail in details:
            if detail["type"] == "too_short" and any(detail["loc"] == one["loc"][:-1] for one in details):
                # Pydantic does not count the entries that have a fault.
                continue
            place = (*where, *detail["loc"])
            missing = detail["type"] == "missing"
            problem = _problem(dict(detail), model, lines, place)
            found.setdefault(place if missing else lines.known(place), problem)
        return None, list(found.values())


def fields_at(model: type[BaseModel], where: Where) -> list[str]:
    """Give the names of the fields that may stand at a place of a model's file."""
    shapes: list[Any] = [model]
    for step in where:
        # Pydantic puts the name of a union's member among the steps; it leads no deeper.
        shapes = [inner for shape in shapes for inner in _inside(shape, step)] or shapes
    fields = (item for shape in shapes if _is_model(shape) for item in shape.model_fields.items())
    return sorted({field.alias or name for name, field in fields})


def _problem(detail: dict[str, Any], model: type[BaseModel], lines: Lines, place: Where) -> Problem:
    """Say one of pydantic's findings in words for the person who edits the file."""
    name = next((step for step in reversed(place) if isinstance(step, str)), "the file")
    kind, context = detail["type"], detail.get("ctx", {})
    what, cure = f"“{name}”: {detail['msg']}", "Correct it."
    if kind == "extra_forbidden":
        known = fields_at(model, detail["loc"][:-1])
        close = nearest(name, known)
        what = f"“{name}” is no field of this part"
        cure = f"Did you mean “{close}”?" if close else f"Take it out; known here: {', '.join(known)}."
    elif kind == "missing":
        what, cure = f"“{name}” is missing", f"Add “{name}:” to this part."
    elif kind == "lesson":
        what, cure = context["what"], context["cure"]
    elif kind in ("literal_error", "enum"):
        what = f"“{detail['input']}” is not a word for “{name}”"
        cure = did_you_mean(str(detail["input"]), _expected(context["expected"]))
    elif kind in _WANTED:
        what, cure = f"“{name}” has the wrong form", f"Write {_WANTED[kind]}."
    elif kind == "value_error":
        what, cure = str(context["error"]), ""
    elif kind == "form":
        what, cure = f"“{detail['input']}” does not have the form of “{name}”", context["form"]
    elif kind in ("string_too_short", "too_short"):
        what, cure = f"“{name}” is empty", "Fill it in."
    elif kind == "string_too_long":
        what, cure = f"“{name}” is too long", f"Keep to {context['max_length']} characters."
    return Problem(lines.file, lines.of(*place), what, cure)


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
