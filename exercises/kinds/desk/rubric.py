"""Rows D (outside check) and E (reasoning and confidence) of the rubric for one claim: counted where it can be.

What cannot be counted, such as what a reason is worth, is the student's own rating; a level is never higher than what
can be counted allows. That words stand there is no level: nobody has read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from exercises.kinds.base import Remark
from exercises.kinds.desk.answer import DeskAnswer, RubricRow
from exercises.kinds.desk.casework import Casework, lay_out
from exercises.kinds.desk.item import DeskItem
from exercises.kinds.desk.origins import ENOUGH_ORIGINS, origins_of
from exercises.kinds.desk.reading import shows, telling
from exercises.kinds.reported import Level
from exercises.lesson.load import Lesson
from exercises.words import words

NEARNESS = ("saw-it", "measured-it", "party", "was-told", "repeats")
VERY_SURE = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A level on one row.

    Attributes
    ----------
    row : str
        ``D`` or ``E``.
    level : int or None
        0 to 3; None where only the student could say and did not.
    because : str
        Name of the sentence that says why, and what would make it one more.
    """

    row: RubricRow
    level: int | None
    because: str


def outside_check(desk: Casework) -> Found:
    """Give the level on row D: origins, dates and nearness are counted; the explained conflict is self-rated."""
    if not desk.work.log:
        return Found("D", 0, "stays")
    told = telling(desk.logged, desk.claim, desk.lesson, desk.days[-1])
    needed = desk.needed_origins(desk.days[-1])
    if len(origins_of(desk.logged, desk.claim, desk.lesson)) < ENOUGH_ORIGINS or len(desk.origins) < needed:
        return Found("D", 1, "one_origin")
    if needed < ENOUGH_ORIGINS:
        return Found("D", 2, "lonely" if needed else "silent")
    if any(desk.needed_origins(day) and not desk.telling_origins(day) for day in desk.days):
        return Found("D", 1, "undated")
    if not _is_nearest(desk, told):
        return Found("D", 2, "not_nearest")
    if len(_first_hand(desk, told)) < ENOUGH_ORIGINS:
        more = len(_first_hand(desk, telling(desk.offered, desk.claim, desk.lesson, desk.days[-1]))) >= ENOUGH_ORIGINS
        return Found("D", 2, "repeated" if more else "only_repeated")
    if not _in_conflict(desk, told):
        return Found("D", 3, "agree")
    explained = desk.work.reason.strip() and desk.work.rated.get("D") == 3
    return Found("D", 3, "explained") if explained else Found("D", 2, "conflict")


def _first_hand(desk: Casework, names: list[str]) -> frozenset[str]:
    """Give the origins reached through a source that does more than repeat what others published."""
    near = {name: desk.lesson.sources[name].near_for(desk.claim.id) for name in names}
    return origins_of((name for name in names if near[name] != "repeats"), desk.claim, desk.lesson)


def _is_nearest(desk: Casework, told: list[str]) -> bool:
    """Whether the log holds a source as near as any that speaks for or against the claim by the last day."""
    best = telling(desk.offered, desk.claim, desk.lesson, desk.days[-1])
    near = {name: desk.lesson.sources[name].near_for(desk.claim.id) for name in (*best, *told)}
    ranks = [[NEARNESS.index(near[name]) for name in names] for names in (best, told)]
    return not ranks[0] or min(ranks[1], default=len(NEARNESS)) <= min(ranks[0])


def _in_conflict(desk: Casework, told: list[str]) -> bool:
    return len({shows(desk.lesson.sources[name], desk.claim) for name in told}) > 1


def reasoning(desk: Casework) -> Found:
    """Give the level on row E: the own rating, unless there is no reason or too much confidence."""
    if not desk.work.reason.strip():
        return Found("E", 0, "verdict_only")
    rated = desk.work.rated.get("E")
    if desk.work.confidence == VERY_SURE and desk.telling_origins(desk.days[-1]) < desk.needed_origins(desk.days[-1]):
        return Found("E", rated and 1, "too_sure")
    return Found("E", rated, "unrated" if rated is None else "self_rated")


def levels(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[Level]:
    """Give the levels of all finished claims; claims of one desk with one level stand together."""
    claims: dict[tuple[str, int, Literal["own", "counted"]], list[int]] = {}
    for desk in lay_out(item, answer, lesson):
        if desk.begun and not desk.missing and not desk.placed.given:
            for found in (outside_check(desk), reasoning(desk)):
                if found.level is not None:
                    by: Literal["own", "counted"] = "own" if found.because == "self_rated" else "counted"
                    claims.setdefault((found.row, found.level, by), []).append(desk.number)
    return [Level(*place, tuple(claims[place])) for place in sorted(claims)]


def remarks(desk: Casework) -> Iterator[Remark]:
    """Say both levels with their reasons, and the student's own rating beside them."""
    said = words("desk")["rubric"]
    for found in (outside_check(desk), reasoning(desk)):
        own = desk.work.rated.get(found.row)
        parts = [said["because"][found.because].format(count=len(desk.origins))]
        if own is not None and own != found.level:
            parts.append(said["own_differs"].format(own=own))
        form = said["subject" if found.level is not None else "subject_open"]
        subject = form.format(number=desk.number, name=said["rows"][found.row], level=found.level)
        yield Remark(subject=subject, outcome="note", reason=" ".join(parts), folded=True)
