"""The work file: all the work of one student as text, and the careful way back; nothing in a file is trusted.

Results are most of a large file. Where it would be too large they go along only where somebody may still look at them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator

from exercises.answers.file_text import FORMAT, ExportRefused, content_of, refuse
from exercises.answers.joining import Travelling
from exercises.answers.owed import CLOSE, fitting
from exercises.answers.shapes import AsideShape, AttemptShape, Code, DraftShape, Moment, Shape, Token
from exercises.answers.standing import as_scored
from exercises.answers.wellformed import mended
from exercises.answers.work import Aside, Attempt, Draft, Work, fits
from exercises.page.limits import LARGEST_FILE
from exercises.words import words

__all__ = ["ExportRefused", "read_work", "write_work"]
VERSION = 3  # 1 had no versions of answers, and nothing put aside; 2 had no marks
MARKED = 3  # from here on a mark says whether a draft was changed since it was saved


class _DraftInFile(DraftShape):
    version: Token = ""
    trail: Annotated[list[Token], Field(max_length=200)] = Field(default_factory=list)
    mark: Annotated[str, Field(max_length=64)] = ""

    def as_saved(self, *, marked: bool) -> _DraftInFile:
        """Give the draft; one that was changed in the file without version and trail, which are of other words."""
        if not marked or self.mark == _mark_of(self.model_dump()):
            return self
        return self.model_copy(update={"version": "", "trail": []})

    def value(self, taken: Container[str]) -> Draft:
        data = self.model_dump(exclude={"trail", "mark"})
        # The same draft of a file without versions gets the same name each time the file is opened.
        named = _digest_of({name: one for name, one in data.items() if name != "version"})
        own = "" if self.version in taken or not fits(self.version, self.answer, self.confidence) else self.version
        return Draft(**data | {"version": own or named})


class _AttemptInFile(AttemptShape):
    @field_validator("result")
    @classmethod
    def _as_scored(cls, result: dict[str, Any] | None) -> dict[str, Any] | None:
        # One that no Check gives tells the page nothing; the attempt is one all the same.
        return as_scored(result)


class _WorkFile(Shape):
    format: Literal["whosays-answers"]
    version: Annotated[int, Field(ge=1, le=VERSION)]
    code: Code
    exported_at: Moment
    drafts: list[_DraftInFile]
    attempts: list[_AttemptInFile]
    aside: list[AsideShape] = Field(default_factory=list)


def write_work(travelling: Travelling, kept: Path, owed: Sequence[Aside] = ()) -> tuple[str, tuple[Aside, ...]]:
    """Write all the work of one student as one file.

    Parameters
    ----------
    travelling : Travelling
        The work.
    kept : Path
        The file of answers that it comes from.
    owed : sequence of Aside
        Answers that are not stored there: as many of them go along as the file has room for.

    Returns
    -------
    tuple
        JSON in plain ASCII, so that no mail program or editor can spoil it; and the answers that had no room.

    Raises
    ------
    ExportRefused
        If the file would be too large to be opened again.
    """
    text = _written(_with(travelling, owed))
    if len(text) <= LARGEST_FILE:
        return text, ()
    short = replace(travelling, work=_shortened(travelling.work))
    text = _written(short)
    if len(text) > LARGEST_FILE:
        # Better said while all of it is here than when the file is to be opened elsewhere.
        lighter = len(_written(replace(short, work=replace(short.work, aside=())))) <= LARGEST_FILE
        refuse("too-much-aside" if lighter else "too-much", file=mended(str(kept)))
    taken, left = fitting(owed, LARGEST_FILE - len(text))
    return _written(_with(short, taken)), left


def _with(travelling: Travelling, more: Sequence[Aside]) -> Travelling:
    work = travelling.work
    return replace(travelling, work=replace(work, aside=(*work.aside, *more)))


def _mark_of(draft: dict[str, Any]) -> str:
    """Give what another draft has not: so words that were changed in the file do not pass for those of its version."""
    return _digest_of({name: one for name, one in draft.items() if name != "mark"})


def _digest_of(fields: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:16]


def _shortened(work: Work) -> Work:
    """Leave out the results that nobody looks at any more; all answers stay.

    A result is shown of the answer that stands, and else of the last Check; how sure one was is counted by the first.
    """
    stand = {(one.lesson, one.exercise): one.answer for one in work.drafts}
    wanted: dict[tuple[str, ...], str] = {}
    for one in work.attempts:
        place = (one.lesson, one.exercise)
        wanted.setdefault((*place, "first"), one.id)
        if one.result is not None:
            wanted[*place, "last"] = one.id
            if stand.get(place) == one.answer:
                wanted[*place, "stands"] = one.id
    needed = set(wanted.values())
    return replace(
        work, attempts=tuple(one if one.id in needed else replace(one, result=None) for one in work.attempts)
    )


def _written(travelling: Travelling) -> str:
    work, trails = travelling.work, travelling.trails
    drafts = [asdict(one) | {"trail": list(trails.get((one.lesson, one.exercise), ()))} for one in work.drafts]
    drafts = [one | {"mark": _mark_of(one)} for one in drafts]
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
        separators=CLOSE,
        allow_nan=False,
    )


def read_work(text: str) -> tuple[Travelling, bool]:
    """Read the work in a file, and say whether half characters in it had to be mended.

    Raises
    ------
    ExportRefused
        If the file is too large, damaged, foreign or newer than this edition.
    """
    content = content_of(text)
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        refuse("newer", version=version)
    whole = mended(content)
    try:
        file = _WorkFile.model_validate(whole)
    except ValidationError as error:
        refuse("damaged", where=words("exports")["place"].format(place=_place(error)))
    marked = file.version >= MARKED
    drafts = [one.as_saved(marked=marked) for one in file.drafts]
    work = Work(
        file.code,
        tuple(_drafts(drafts)),
        tuple(Attempt(**attempt.model_dump()) for attempt in file.attempts),
        tuple(_aside(one.model_dump()) for one in file.aside),
    )
    # Of two drafts of one exercise it is the trail of the first.
    trails = {(one.lesson, one.exercise): tuple(one.trail) for one in reversed(drafts)}
    return Travelling(work, trails, sure=marked), whole != content


def _aside(data: dict[str, Any]) -> Aside:
    """Give an answer that was put aside; one that was changed in the file has another name."""
    fitting = fits(data["id"], data["answer"], data["confidence"])
    return Aside(**data | ({} if fitting else {"id": _digest_of(data)}))


def _drafts(drafts: Iterable[_DraftInFile]) -> Iterator[Draft]:
    """Give the drafts of a file; of two with one version the second gets another, so that neither hides the other."""
    taken: set[str] = set()
    for one in drafts:
        draft = one.value(taken)
        taken.add(draft.version)
        yield draft


def _place(error: ValidationError) -> str:
    """Name the first place that is wrong, in words of the file: ``drafts 3 saved_at``."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    parts = [str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"]]
    # The name of an unknown field is a stranger's words: one short, printable line of it is enough.
    return "".join(sign for sign in " ".join(parts) if sign.isprintable())[:80]
