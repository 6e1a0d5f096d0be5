"""The work file: all the work of one student as text, and the careful way back; nothing in a file is trusted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, NoReturn

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from exercises.answers.code import tidy_code
from exercises.answers.joining import Travelling
from exercises.answers.wellformed import has_odd_number, mended
from exercises.answers.work import Aside, Attempt, Draft, Phase, What, Why, Work
from exercises.page.limits import LARGEST_FILE
from exercises.words import words

FORMAT = "whosays-answers"
VERSION = 2  # 1 had no versions of answers, and nothing put aside
DEEPEST = 60  # levels; our deepest answer, a full desk, stays far below


class ExportRefused(Exception):  # noqa: N818 - a refusal is an answer to the student, not a fault
    """The file cannot be taken in and nothing was changed; the text is one sentence for the student."""


def _moment(text: str) -> str:
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError("needs an offset from UTC")
    return text


def _code_as_written(text: str) -> str:
    if tidy_code(text) != text:
        raise ValueError("is no code")
    return text


Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)]
Token = Annotated[str, Field(pattern=r"^[0-9a-f-]{8,40}$")]
Moment = Annotated[str, Field(max_length=40), AfterValidator(_moment)]
Confidence = Annotated[int, Field(ge=1, le=4)] | None


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Answer(_Strict):
    lesson: Name
    exercise: Name
    digest: Annotated[str, Field(max_length=80)]
    answer: dict[str, Any]
    confidence: Confidence


class _DraftInFile(_Answer):
    phase: Phase
    saved_at: Moment
    version: Token = ""
    trail: Annotated[list[Token], Field(max_length=200)] = []

    def value(self) -> Draft:
        data = self.model_dump(exclude={"trail"})
        # The same draft of a file without versions gets the same name each time the file is opened.
        text = json.dumps({name: one for name, one in data.items() if name != "version"}, sort_keys=True)
        return Draft(**data | {"version": self.version or hashlib.sha256(text.encode()).hexdigest()[:16]})


class _AttemptInFile(_Answer):
    id: Annotated[str, Field(pattern=r"^[0-9a-f-]{32,36}$")]
    what: What
    result: dict[str, Any] | None
    made_at: Moment


class _AsideInFile(_Answer):
    id: Token
    saved_at: Moment
    why: Why


class _WorkFile(_Strict):
    format: Literal["whosays-answers"]
    version: Annotated[int, Field(ge=1, le=VERSION)]
    code: Annotated[str, AfterValidator(_code_as_written)]
    exported_at: Moment
    drafts: list[_DraftInFile]
    attempts: list[_AttemptInFile]
    aside: list[_AsideInFile] = []


def write_work(travelling: Travelling) -> str:
    """Write all the work of one student as one file.

    Returns
    -------
    str
        JSON in plain ASCII, so that no mail program or editor can spoil it.
    """
    work, trails = travelling.work, travelling.trails
    drafts = [asdict(one) | {"trail": list(trails.get((one.lesson, one.exercise), ()))} for one in work.drafts]
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "code": work.code,
            "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "drafts": drafts,
            "attempts": [asdict(attempt) for attempt in work.attempts],
            "aside": [asdict(one) for one in work.aside],
        },
        # Close together: the file must stay below the size that may come back.
        separators=(",", ":"),
        allow_nan=False,
    )


def read_work(text: str) -> tuple[Travelling, bool]:
    """Read the work in a file, and say whether half characters in it had to be mended.

    Raises
    ------
    ExportRefused
        If the file is too large, damaged, foreign or newer than this edition.
    """
    content = _parse(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        _refuse("foreign")
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        _refuse("newer", version=version)
    whole = mended(content)
    try:
        file = _WorkFile.model_validate(whole)
    except ValidationError as error:
        _refuse("damaged", where=_place(error))
    work = Work(
        file.code,
        tuple(draft.value() for draft in file.drafts),
        tuple(Attempt(**attempt.model_dump()) for attempt in file.attempts),
        tuple(Aside(**one.model_dump()) for one in file.aside),
    )
    trails = {(one.lesson, one.exercise): tuple(one.trail) for one in file.drafts}
    return Travelling(work, trails), whole != content


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
    if has_odd_number(content):
        _refuse("damaged", where=words("exports")["number"])
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
