"""How we read sources: what each shows about a claim, which ones come first, and the log we would write."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.kinds.desk.answer import LogEntry, Shows
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Source
from exercises.words import words


def for_students(lesson: Lesson) -> tuple[str, ...]:
    """Give the ids of all sources that a desk may show."""
    return tuple(name for name, source in lesson.sources.items() if not source.teacher_only)


def gainers(lesson: Lesson) -> dict[str, str]:
    """Name those who may gain if a source is believed: the sides of the lesson, its own business, nobody."""
    others: dict[str, str] = words("desk")["interest_of"]
    return {side.id: side.gains for side in lesson.info.sides} | others


def told_by(claim: Claim, lesson: Lesson) -> str:
    """Say whose claim it is, in the words of the board."""
    names = {side.id: side.board for side in lesson.info.sides} | words("desk")["board"]["side"]
    return str(names[claim.side])


def shows(source: Source, claim: Claim) -> Shows:
    """Say what a source shows about a claim, by our reading."""
    if claim.id in source.supports:
        return "supports"
    return "contradicts" if claim.id in source.contradicts else "neither"


def all_shown(source: Source, claim: Claim) -> tuple[Shows, ...]:
    """Give every reading of what a source shows that counts for a claim, ours first.

    *Neither* always does: whoever sees no more in a page than its words say is careful. What does not count is to take
    more out of a page than stands there, or the opposite. And a log of *neither* alone carries no verdict.
    """
    ours = shows(source, claim)
    return (ours,) if ours == "neither" else (ours, "neither")


def is_near(entry: LogEntry, source: Source, claim: Claim) -> bool:
    """Whether a student sees the nearness of a source to a claim as we do.

    Whoever prints one side's words stands between that side and its listener, and a state's own agency is both a party
    and told by one. Whether somebody was told or repeats hangs on who printed it first, which a card may not show. Both
    readings are accepted, on every side; so is what the source itself lists besides.
    """
    return entry.near in source.nears_for(claim.id) or is_between(entry, source, claim)


def is_between(entry: LogEntry, source: Source, claim: Claim) -> bool:
    """Whether a student and we took the two sides of one thing: involved or told by it, told or repeats."""
    return {entry.near, source.near_for(claim.id)} in ({"party", "was-told"}, {"was-told", "repeats"})


def is_paired(source: Source, claim: Claim) -> bool:
    """Whether we have read this source for this claim; only then is it said what it shows."""
    return claim.id in (*source.supports, *source.contradicts, *source.context)


def sources_of(claim: Claim, placed: tuple[str, ...], lesson: Lesson) -> tuple[str, ...]:
    """Give the sources that come first for a claim: those an author placed, else the evidence of its verdicts.

    Parameters
    ----------
    claim : Claim
        The claim.
    placed : tuple of str
        Ids of the sources that an exercise names for it; may be empty.
    lesson : Lesson
        The lesson.

    Returns
    -------
    tuple of str
        Ids of sources; the evidence stands in the order of its days, so that it does not tell which verdict it backs.
    """
    if placed:
        return placed
    told = (name for verdict in claim.so for name in verdict.evidence)
    evidence = dict.fromkeys(name for name in told if not lesson.sources[name].teacher_only)
    if not claim.grave:
        # What counts people killed is for claims that wait behind a warning.
        evidence = {name: None for name in evidence if not lesson.sources[name].grave}
    return tuple(sorted(evidence, key=lambda name: (lesson.sources[name].day or "", name)))


def telling(names: Iterable[str], claim: Claim, lesson: Lesson, day: str) -> list[str]:
    """List the sources that speak for or against a claim and existed on a day."""
    read = ((name, lesson.sources[name]) for name in names)
    return [name for name, source in read if shows(source, claim) != "neither" and source.day and source.day <= day]


def our_log(names: Iterable[str], claim: Claim, lesson: Lesson) -> tuple[LogEntry, ...]:
    """Give the log as we would fill it in: each copy points at the first source of its origin."""
    first: dict[str, str] = {}
    log = []
    for source in (lesson.sources[name] for name in names):
        head = first.setdefault(source.origin_for(claim.id), source.id)
        same = None if head == source.id else head
        near = source.near_for(claim.id)
        log.append(LogEntry(source=source.id, shows=shows(source, claim), near=near, same_as=same))
    return tuple(log)
