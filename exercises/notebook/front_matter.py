"""The head of a notebook's prose: title, minutes, what students will be able to do and what they need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError

from exercises.files.problems import Problem, nearest

_WHOLE = "Write title, minutes, able_to (a list) and needs, one a line"


class FrontMatter(BaseModel):
    """What stands between the two lines ``---`` at the top of ``NAME.md``.

    Attributes
    ----------
    title : str
        Title of the notebook, as in ``lesson.yaml``.
    minutes : int
        How long students work on it.
    able_to : tuple of str
        What students will be able to do, each a phrase that goes on from "You will be able to".
    needs : tuple of str
        What they need at hand; one line of words counts as a list of one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: str = Field(min_length=1, max_length=120)
    minutes: int = Field(ge=1, le=90)
    able_to: tuple[str, ...] = Field(min_length=1)
    needs: tuple[str, ...] = ()


def read_front_matter(file: Path, text: str, first_line: int) -> tuple[FrontMatter | None, list[Problem]]:
    """Read the front matter.

    Parameters
    ----------
    file : Path
        The file it stands in, for the messages.
    text : str
        The YAML between the two lines ``---``.
    first_line : int
        Line of the file on which ``text`` starts.

    Returns
    -------
    FrontMatter or None, list of Problem
        Nothing where there is a problem.
    """
    try:
        data = YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        what = f"the front matter is not readable YAML ({error.problem or error.context})"
        return None, [Problem(file, line, what, "Put words with a colon in “quotes” and mind the spaces")]
    if not isinstance(data, CommentedMap):
        return None, [Problem(file, first_line, "the front matter says nothing", _WHOLE)]
    plain: dict[Any, Any] = dict(data)
    if isinstance(plain.get("needs"), str):
        plain["needs"] = [plain["needs"]]
    try:
        return FrontMatter.model_validate(plain), []
    except ValidationError as error:
        return None, [_problem(file, data, first_line, dict(found)) for found in error.errors()]


def _problem(file: Path, data: CommentedMap, first_line: int, found: dict[str, Any]) -> Problem:
    field = str(found["loc"][0])
    line = first_line + int(data.lc.key(field)[0]) if field in data else first_line
    if found["type"] == "extra_forbidden":
        near = nearest(field, FrontMatter.model_fields)
        return Problem(file, line, f"unknown field “{field}”", f"Did you mean “{near}”?" if near else _WHOLE)
    if found["type"] == "missing":
        return Problem(file, line, f"the front matter has no “{field}”", _WHOLE)
    return Problem(file, line, f"“{field}”: {found['msg']}", _WHOLE)
