"""What can be counted of a student's own log: sources, origins, days, and which source is nearest."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.kinds.desk.origins import distinct, groups_by_student
from exercises.kinds.desk.rubric import NEARNESS
from exercises.kinds.evidence.item import EvidenceAnswer, Source


@dataclass(frozen=True, slots=True)
class Counted:
    """A log in which nothing is missing.

    Attributes
    ----------
    sources : tuple of Source
        The sources, in the order of the log.
    as_of : str
        The day for which the student answers, in ISO form.
    """

    sources: tuple[Source, ...]
    as_of: str

    def origins(self, shows: str = "") -> list[frozenset[str]]:
        """List the origins, of all sources or of those that show one thing; copies of one origin count once."""
        named = {source.id for source in self.sources if shows in ("", source.shows)}
        return [group for group in distinct(groups_by_student(one.entry for one in self.sources)) if group & named]

    @property
    def speaking(self) -> list[frozenset[str]]:
        """The origins that speak for or against the claim."""
        return [group for group in self.origins() if group in self.origins("supports") + self.origins("contradicts")]

    @property
    def nearest(self) -> tuple[Source, ...]:
        """The source that is nearest to what it tells; the first one of several, none of an empty log."""
        return tuple(sorted(self.sources, key=lambda one: NEARNESS.index(one.near))[:1])

    @property
    def read(self) -> list[str]:
        """The days of reading, the first one first."""
        return sorted(source.read for source in self.sources)

    @property
    def days(self) -> list[str]:
        """The days that sources give for themselves, the oldest first."""
        return sorted(source.day for source in self.sources if source.day)

    @property
    def later(self) -> list[int]:
        """The numbers of sources from after the day that is answered for."""
        return [number for number, source in enumerate(self.sources, start=1) if source.day > self.as_of]

    @property
    def by_then(self) -> list[Source]:
        """The sources that were there on the day that is answered for; one without a day was there when it was read."""
        return [source for source in self.sources if (source.day or source.read) <= self.as_of]

    @property
    def unclear(self) -> list[Source]:
        """The sources without a day that were read after the one that is answered for: they may have been there."""
        return [source for source in self.sources if not source.day and source.read > self.as_of]

    @property
    def undated(self) -> list[int]:
        """The numbers of sources that give no day for themselves."""
        return [number for number, source in enumerate(self.sources, start=1) if not source.day]


def counted(answer: EvidenceAnswer) -> Counted:
    """Give the log to count in; only of an answer in which nothing is missing."""
    return Counted(answer.log, answer.as_of)
