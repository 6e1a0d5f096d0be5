"""One claim on the desk with the student's work on it: what scoring, feedback, rubric and board look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from exercises.kinds.desk.answer import ClaimWork, DeskAnswer, Look
from exercises.kinds.desk.item import DeskClaim, DeskItem, days_asked
from exercises.kinds.desk.origins import ENOUGH_ORIGINS, origins_of
from exercises.kinds.desk.reading import for_students, our_log, shows, sources_of, telling
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim
from exercises.words import plain_date, words

# Which sides must have a voice in the log before a verdict is carried by it.
SIDES = {"holds": ("supports",), "does-not-hold": ("contradicts",), "disputed": ("supports", "contradicts")}


@dataclass(frozen=True)
class Casework:
    """One claim with the student's work.

    Attributes
    ----------
    number : int
        Its number on the page, from 1.
    item : DeskItem
        The exercise.
    placed : DeskClaim
        The claim as the item puts it on the desk.
    work : ClaimWork
        What the student did.
    lesson : Lesson
        The lesson.
    """

    number: int
    item: DeskItem
    placed: DeskClaim
    work: ClaimWork
    lesson: Lesson

    @property
    def claim(self) -> Claim:
        """The claim as it stands in the lesson."""
        return self.lesson.claims[self.placed.claim]

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days that are answered for."""
        return days_asked(self.item, self.claim)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The sources that come first for the claim."""
        return sources_of(self.claim, self.placed.sources, self.lesson)

    @property
    def offered(self) -> tuple[str, ...]:
        """All sources that could be opened: with search every one of the lesson."""
        return for_students(self.lesson) if self.item.search else self.sources

    @property
    def logged(self) -> list[str]:
        """The logged sources, in the order of the log."""
        return [entry.source for entry in self.work.log]

    @property
    def sided(self) -> list[str]:
        """The logged sources in which the student saw a side: *neither* counts as a mark, and carries no answer."""
        return [entry.source for entry in self.work.log if entry.shows != "neither"]

    @property
    def origins(self) -> frozenset[str]:
        """The independent origins in the log: those that speak for or against the claim by the last day asked.

        This is the one count of origins that a student is told; what has no day, or decides nothing, is not in it.
        """
        return origins_of(telling(self.sided, self.claim, self.lesson, self.days[-1]), self.claim, self.lesson)

    def logged_by(self, day: str) -> list[str]:
        """List the logged sources that existed on a day."""
        dated = ((source, self.lesson.sources[source].day) for source in self.logged)
        return [source for source, of in dated if of and of <= day]

    def speaking(self, names: Iterable[str], day: str, *, since: str = "") -> dict[str, frozenset[str]]:
        """Give the origins that speak for and against the claim by a day, in sources newer than ``since``."""
        told = [name for name in telling(names, self.claim, self.lesson, day) if self._day(name) > since]
        sides = {side: [name for name in told if self._shows(name) == side] for side in ("supports", "contradicts")}
        return {side: origins_of(found, self.claim, self.lesson) for side, found in sides.items()}

    def _day(self, name: str) -> str:
        return self.lesson.sources[name].day or ""

    def _shows(self, name: str) -> str:
        return shows(self.lesson.sources[name], self.claim)

    def carries(self, day: str, verdict: str) -> bool:
        """Whether the log carries a verdict for a day.

        It needs as many speaking origins as a careful answer rests on, a voice on each side that the verdict rests on
        if one could be found, and, where the verdict differs from the one for the day before, something newer than
        that day.
        """
        if self.placed.given:
            return True
        if self.telling_origins(day) < self.needed_origins(day):
            return False
        before = max((other for other in self.days if other < day), default="")
        earlier = self.claim.verdict_on(before) if before else None
        since = before if earlier and earlier.verdict != verdict else ""
        logged, found = self.speaking(self.sided, day, since=since), self.speaking(self.offered, day, since=since)
        return all(logged[side] or not found[side] for side in SIDES.get(verdict, ()))

    def telling_origins(self, day: str) -> int:
        """Count the origins in the log that speak for or against the claim and existed on a day."""
        return len(origins_of(telling(self.sided, self.claim, self.lesson, day), self.claim, self.lesson))

    def needed_origins(self, day: str) -> int:
        """Count the origins that a careful answer for a day rests on: two, or as many as could be found."""
        found = origins_of(telling(self.offered, self.claim, self.lesson, day), self.claim, self.lesson)
        return min(ENOUGH_ORIGINS, len(found))

    @property
    def begun(self) -> bool:
        """Whether the student has done anything here."""
        given = {"log": ()} if self.placed.given else {}
        return self.work.model_copy(update={"look": Look(), **given}) != ClaimWork()

    @property
    def missing(self) -> str:
        """What the claim still lacks, in one sentence; empty if it is finished. ``missing.js`` says the same."""
        work, said = self.work, words("desk")["missing"]
        if not (work.log or work.searched_nothing):
            return str(said["evidence"].format(number=self.number))
        if work.said is None:
            return str(said["said"].format(number=self.number))
        for day in self.days:
            if day not in work.so:
                return str(said["so"].format(number=self.number, day=plain_date(day)))
        return "" if work.confidence else str(said["confidence"].format(number=self.number))


def lay_out(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[Casework]:
    """Lay out the claims with the student's work; a worked example gets our log, whatever the page sent.

    Raises
    ------
    ValueError
        With a sentence for the student, if the answer speaks of a claim or source that is not on this desk.
    """
    desks = []
    for number, placed in enumerate(item.claims, start=1):
        desk = Casework(number, item, placed, answer.claims.get(placed.claim, ClaimWork()), lesson)
        if set(desk.logged) - set(desk.offered) or len(set(desk.logged)) < len(desk.logged):
            raise ValueError(words("desk")["missing"]["unknown"])
        if placed.given:
            work = desk.work.model_copy(update={"log": our_log(desk.sources, desk.claim, lesson)})
            desk = Casework(number, item, placed, work, lesson)
        desks.append(desk)
    if set(answer.claims) - {placed.claim for placed in item.claims}:
        raise ValueError(words("desk")["missing"]["unknown"])
    return desks
