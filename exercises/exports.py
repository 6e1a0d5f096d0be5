"""A student's work as one file: written by *Save my work*, read by *Open my work*."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from exercises.answers import Attempt, Draft
from exercises.store import Store
from exercises.student_code import is_code
from exercises.words import words

LARGEST_FILE = 5_000_000  # bytes; a larger message would end a Jupyter session without a word
DEEPEST = 40


class ExportRefused(Exception):  # noqa: N818 - a refusal is an answer to the student, not a fault
    """The file is no work of this course; the text is one sentence for the student. Nothing was changed."""


class WorkFile(BaseModel):
    """The file, version 1."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal["whosays-answers"]
    version: Literal[1]
    code: str
    exported_at: str = Field(max_length=40)
    drafts: list[Draft]
    attempts: list[Attempt]


def export_work(store: Store) -> str:
    """Write the work of the current student.

    Returns
    -------
    str
        JSON text, format ``whosays-answers``, version 1.
    """
    work = WorkFile(
        format="whosays-answers",
        version=1,
        code=store.code,
        exported_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        drafts=store.drafts(),
        attempts=store.attempts(),
    )
    return json.dumps(work.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def import_work(store: Store, text: str) -> str:
    """Take in a work file and go on as its student; opening it twice changes nothing.

    Parameters
    ----------
    store : Store
        Where the work goes.
    text : str
        Whatever the chosen file holds; nothing about it is trusted.

    Returns
    -------
    str
        A sentence that says what was opened.

    Raises
    ------
    ExportRefused
        If it is too large, damaged, of another program or of a newer version; nothing was changed.
    """
    work = _read(text)
    new = store.merge(work.code, work.drafts, work.attempts)
    return str(words("exports")["opened"]).format(code=work.code, new=new)


def _read(text: str) -> WorkFile:
    spoken = words("exports")
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise ExportRefused(spoken["large"])
    content = _parse(text)
    if not isinstance(content, dict) or content.get("format") != "whosays-answers":
        raise ExportRefused(spoken["foreign"])
    version = content.get("version")
    if isinstance(version, int) and version > 1:
        raise ExportRefused(spoken["newer"])
    try:
        work = WorkFile.model_validate_json(json.dumps(content).encode("utf-8"))
    except (ValidationError, UnicodeEncodeError) as error:
        raise ExportRefused(spoken["damaged"]) from error
    if not is_code(work.code) or _has_lone_surrogate(text):
        raise ExportRefused(spoken["damaged"])
    return work


def _parse(text: str) -> Any:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExportRefused(words("exports")["damaged"]) from error
    if _depth(content) > DEEPEST:
        raise ExportRefused(words("exports")["damaged"])
    return content


def _depth(content: Any) -> int:
    """Count how deep lists and objects lie in each other, level by level."""
    level, depth = [content], 0
    while level and depth <= DEEPEST:
        inner = [part for part in level if isinstance(part, (dict, list))]
        level = [value for part in inner for value in (part.values() if isinstance(part, dict) else part)]
        depth += bool(inner)
    return depth


def _has_lone_surrogate(text: str) -> bool:
    # json.loads takes an escaped half of a character; the database would refuse it later.
    decoded = json.dumps(json.loads(text), ensure_ascii=False)
    return any("\ud800" <= letter <= "\udfff" for letter in decoded)
