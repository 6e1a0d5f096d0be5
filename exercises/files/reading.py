"""Reads a YAML file into a model; everything that does not fit is said at once, with line and cure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from exercises.files.document import Document, read_document
from exercises.files.findings import fields_at, problem_of
from exercises.files.lines import Lines, Where
from exercises.files.mending import mended
from exercises.files.problems import MOST_TOLD, LessonError, Problem, untold
from exercises.files.source import read_source

__all__ = ["Lines", "Reading", "read_as_far_as_possible", "read_plain", "read_yaml", "validate"]

Model = TypeVar("Model", bound=BaseModel)


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
    if _misnames_entries(model, document.data):
        return Reading(None, document.lines, problems)
    value, dropped = mended(model, document.data, document.lines)
    return Reading(value, document.lines, problems, dropped)


def _misnames_entries(model: type[Model], data: object) -> bool:
    """Say whether entries stand under a name that nobody knows: then nobody knows either what they hold.

    What refers to them is not to be told that they are not there.
    """
    known = model.model_fields.keys()
    unknown = {name: held for name, held in data.items() if name not in known} if isinstance(data, dict) else {}
    return any(isinstance(held, list | dict) for held in unknown.values())


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
        for detail in details[:MOST_TOLD]:
            if detail["type"] == "too_short" and any(_is_inside(one["loc"], detail["loc"]) for one in details):
                # Pydantic does not count the entries that have a fault.
                continue
            place = (*where, *detail["loc"])
            missing = detail["type"] == "missing"
            problem = problem_of(dict(detail), model, lines, place)
            found.setdefault(place if missing else lines.known(place), problem)
        return None, [*found.values(), *untold(lines.file, len(details) - MOST_TOLD)]


def _is_inside(inner: Where, outer: Where) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer
