"""A student's work as one file to take along, and the careful way back in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, NoReturn

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from exercises.answers.code import tidy_code
from exercises.answers.store import Attempt, Draft, Phase, Store, What, Work
from exercises.page.limits import LARGEST_FILE
from exercises.words import words

FORMAT = "whosays-answers"
VERSION = 1
DEEPEST = 60  # levels; our deepest answer, a full desk, stays far below


class ExportRefused(Exception):  # noqa: N818 - a refusal is an answer to the student, not a fault
    """The file cannot be taken in and nothing was changed; the text is one sentence for the student."""


def _moment(text: str) -> str:
    # Without an offset two drafts could not be compared.
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError("needs an offset from UTC")
    return text


def _code_as_written(text: str) -> str:
    if tidy_code(text) != text:
        raise ValueError("is no code")
    return text


Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)]
Moment = Annotated[str, Field(max_length=40), AfterValidator(_moment)]
Confidence = Annotated[int, Field(ge=1, le=4)] | None


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _DraftInFile(_Strict):
    lesson: Name
    exercise: Name
    digest: Annotated[str, Field(max_length=80)]
    answer: dict[str, Any]
    confidence: Confidence
    phase: Phase
    saved_at: Moment


class _AttemptInFile(_Strict):
    id: Annotated[str, Field(pattern=r"^[0-9a-f-]{32,36}$")]
    lesson: Name
    exercise: Name
    digest: Annotated[str, Field(max_length=80)]
    what: What
    answer: dict[str, Any]
    confidence: Confidence
    result: dict[str, Any] | None
    made_at: Moment


class _WorkFile(_Strict):
    format: Literal["whosays-answers"]
    version: Annotated[int, Field(ge=VERSION, le=VERSION)]
    code: Annotated[str, AfterValidator(_code_as_written)]
    exported_at: Moment
    drafts: list[_DraftInFile]
    attempts: list[_AttemptInFile]


def export_work(work: Work) -> str:
    """Write all the work of one student as one file.

    Parameters
    ----------
    work : Work
        All that the student has done.

    Returns
    -------
    str
        JSON in plain ASCII, so that no mail program or editor can spoil it.
    """
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "code": work.code,
            "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "drafts": [asdict(draft) for draft in work.drafts],
            "attempts": [asdict(attempt) for attempt in work.attempts],
        },
        # Close together: the file must stay below the size that may come back.
        separators=(",", ":"),
        allow_nan=False,
    )


def import_work(store: Store, text: str) -> str:
    """Take in the work of a file and go on under its code; opening the same file twice changes nothing.

    Parameters
    ----------
    store : Store
        Where the answers go.
    text : str
        Content of the file; nothing about it is trusted.

    Returns
    -------
    str
        One sentence that says what was new.

    Raises
    ------
    ExportRefused
        If the file is too large, damaged, foreign or newer than this edition; then nothing has changed.
    """
    work = _read(text)
    drafts, attempts = store.take_in(work)
    spoken = words("exports")
    if not drafts and not attempts:
        return str(spoken["nothing-new"]).format(code=work.code)
    return str(spoken["opened"]).format(
        code=work.code,
        drafts=drafts,
        all_drafts=len(work.drafts),
        attempts=attempts,
        all_attempts=len(work.attempts),
    )


def _read(text: str) -> Work:
    content = _parse(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        _refuse("foreign")
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        _refuse("newer", version=version)
    try:
        file = _WorkFile.model_validate(content)
    except ValidationError as error:
        _refuse("damaged", where=_place(error))
    return Work(
        file.code,
        tuple(Draft(**draft.model_dump()) for draft in file.drafts),
        tuple(Attempt(**attempt.model_dump()) for attempt in file.attempts),
    )


def _parse(text: str) -> object:
    # Some editors put a mark of byte order in front.
    text = text.removeprefix("\ufeff")
    if len(text) > LARGEST_FILE or len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        _refuse("large")
    try:
        content: object = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        _refuse("damaged", where=words("exports")["deep"])
    except ValueError:
        _refuse("damaged", where=words("exports")["whole"])
    if any(depth > DEEPEST for depth in _depths(content)):
        _refuse("damaged", where=words("exports")["deep"])
    return content


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _depths(content: object) -> Iterator[int]:
    """Give the depth of every list and object, without recursion, so that depth itself can do no harm."""
    waiting = [(content, 1)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, dict | list):
            yield depth
            inner = value.values() if isinstance(value, dict) else value
            waiting.extend((each, depth + 1) for each in inner)


def _place(error: ValidationError) -> str:
    """Name the first place that is wrong, in words of the file: ``drafts 3 saved_at``."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    parts = [str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"]]
    # The name of an unknown field is a stranger's words: one short, printable line of it is enough.
    return "".join(sign for sign in " ".join(parts) if sign.isprintable())[:80]


def _refuse(reason: str, **values: object) -> NoReturn:
    raise ExportRefused(str(words("exports")[reason]).format(**values)) from None
