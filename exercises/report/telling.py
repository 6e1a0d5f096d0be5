"""Tells one exercise: the answer in words, what came of it, and why; from what is stored, nothing is scored anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from exercises.answers.gone import all_said
from exercises.answers.standing import standing
from exercises.answers.work import COMMITTED, Attempt, Draft, Work
from exercises.kinds import KINDS
from exercises.kinds.base import Item, Remark, Result
from exercises.kinds.edition import is_older
from exercises.kinds.reported import Reported
from exercises.kinds.telling import answer_in_words, as_stored, knows_all, own_words, sure_in_words, untold
from exercises.lesson.load import Lesson
from exercises.report.parts import State, Told
from exercises.words import words


def tell(item: Item, draft: Draft | None, attempts: Sequence[Attempt], lesson: Lesson) -> Told | None:
    """Tell one exercise as far as it was touched.

    Parameters
    ----------
    item : Item
        The exercise as it stands today.
    draft : Draft or None
        The answer as it stands.
    attempts : sequence of Attempt
        All attempts at it, in the order of time.
    lesson : Lesson
        The lesson.

    Returns
    -------
    Told or None
        None if nothing was done.
    """
    draft = standing(item, draft)
    checked = [attempt for attempt in attempts if attempt.what == "check"]
    counted = _counted(checked, draft)
    stored: Attempt | Draft | None = counted or draft or (attempts[-1] if attempts else None)
    if stored is None:
        return None
    scored, report = stored in checked, KINDS[item.kind].report
    older = is_older(stored.digest, stored.answer, item, lesson, scored=scored)
    state = _state(draft, attempts)
    result = read_result(counted) if counted and state != "sealed" else None
    given = untold(KINDS[item.kind], stored.answer) if result and result.remarks else stored.answer
    answer = _of_then(stored.answer, result) if older else answer_in_words(item, given, lesson)
    if state == "begun" and not answer:
        return None
    return Told(
        id=item.id,
        title=item.title,
        asked=() if older else tuple(_asked(item, lesson)),
        state=state,
        older=older,
        answer=answer,
        sure=sure_in_words(stored.confidence),
        summary=result.summary if result else "",
        remarks=tuple(_kept(report, result)) if result else (),
        retold=bool(result) and report.retold,
        ours=_ours(item, lesson) if state == "shown" and not older else (),
        row=row_name(item.rubric) if item.rubric else "",
        day=_last_day(attempts),
        tries=_tries(item, checked),
        seen=_seen(attempts, counted),
    )


def tell_gone(name: str, title: str, work: Work) -> Told:
    """Tell an exercise that the lesson does not have: what was checked last, else what stands, and all other words.

    Parameters
    ----------
    name, title : str
        Its id, and what it is called.
    work : Work
        What the student has done there.
    """
    draft, attempts = next(iter(work.drafts), None), work.attempts
    checked = next((one for one in reversed(attempts) if one.what == "check" and read_result(one)), None)
    result = read_result(checked) if checked else None
    # A check may have been one of nothing, and its result such that nobody can read it.
    first, *others = all_said(work, checked) or attempts[-1:]
    return Told(
        id=name,
        title=title,
        asked=(),
        state=_state(draft, attempts) if draft or attempts else "begun",
        older=True,
        answer=_of_then(first.answer, result if first is checked else None),
        sure=sure_in_words(first.confidence),
        summary=result.summary if result else "",
        remarks=result.remarks if result else (),
        retold=False,
        ours=(),
        row="",
        day=_last_day(attempts),
        tries=sum(one.what == "check" for one in attempts),
        seen=_seen(attempts, checked),
        kept=tuple(own_words(one.answer) or as_stored(one.answer) for one in others),
    )


def _of_then(answer: dict[str, Any], result: Result | None) -> tuple[str, ...]:
    """Tell an answer to an exercise as it was once: the own text, else the choices if no remark of then tells them."""
    remarked = bool(result and result.remarks)
    return own_words(answer, remarked=remarked) or (() if remarked else as_stored(answer))


def read_result(attempt: Attempt) -> Result | None:
    """Read a stored result; None if it cannot be read."""
    try:
        return Result.model_validate(attempt.result)
    except ValidationError:
        return None


def row_name(letter: str) -> str:
    """Name a row of the rubric: ``A Attribution``."""
    return f"{letter} {words('rubric')['names'][letter]}"


def _state(draft: Draft | None, attempts: Sequence[Attempt]) -> State:
    phase = draft.phase if draft else None
    if phase in COMMITTED or phase == "passed":
        return phase  # type: ignore[return-value]  # all phases but "open" are states
    done = [attempt.what for attempt in attempts]
    if phase == "open":
        return "again" if "check" in done else "begun"
    last = done[-1] if done else ""
    return "passed" if last == "pass" else "sealed" if last == "seal" else "checked"


def _asked(item: Item, lesson: Lesson) -> Iterator[str]:
    yield item.instruction
    if about := KINDS[item.kind].report.about:
        yield from about(item, lesson)
    for name in ("quote", "prompt"):
        if text := getattr(item, name, ""):
            yield str(text)


def _kept(report: Reported, result: Result) -> Iterator[Remark]:
    for remark in result.remarks:
        if remark.outcome != "note" or not report.silent_notes:
            yield remark


def _ours(item: Item, lesson: Lesson) -> tuple[str, ...]:
    ours = KINDS[item.kind].reveal(item, lesson)
    return answer_in_words(item, ours, lesson) if knows_all(item, ours, lesson) else ()


def _last_day(attempts: Sequence[Attempt]) -> str:
    if not attempts:
        return ""
    return datetime.fromisoformat(attempts[-1].made_at).astimezone(UTC).date().isoformat()


def _tries(item: Item, checked: Sequence[Attempt]) -> int:
    """Count the tries; of answers that are checked in two parts the second part is no try of its own."""
    return len(checked) if KINDS[item.kind].first_part is None else min(1, len(checked))


def _counted(checked: Sequence[Attempt], draft: Draft | None) -> Attempt | None:
    """Give the check of the answer that stands, else the last one: opened work brings its checks behind our own."""
    same = [attempt for attempt in checked if draft is not None and attempt.answer == draft.answer]
    # A large work file brings some checks without their results.
    told = [attempt for attempt in same if attempt.result]
    return next(reversed(told or same or checked), None)


def _seen(attempts: Sequence[Attempt], counted: Attempt | None) -> bool:
    """Say whether our answer was shown before a check.

    Order and clock must both say so: opened work stands behind what was here whenever it was done, clocks may be set
    back, and nobody is to be told that they looked who did not.
    """
    if counted is None:
        return False
    before = attempts[: attempts.index(counted)]
    return any(one.what == "show" and _moment(one) <= _moment(counted) for one in before)


def _moment(attempt: Attempt) -> datetime:
    return datetime.fromisoformat(attempt.made_at)
