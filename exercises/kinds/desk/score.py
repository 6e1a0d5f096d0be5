"""Scores a desk: two answers a claim, what was logged of each source, and whether copies were counted once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.kinds.base import Outcome, Remark, Result
from exercises.kinds.desk import feedback
from exercises.kinds.desk.item import ClaimWork, DeskAnswer, DeskClaim, DeskItem, days_asked, our_log, shows
from exercises.kinds.desk.origins import ENOUGH_ORIGINS, origins_of, origins_point
from exercises.kinds.writing import plain_date
from exercises.lesson import Lesson
from exercises.pack import Claim
from exercises.words import words

NOT_ENOUGH = "not-enough"
SETTLED = ("holds", "does-not-hold")
CAREFUL = 0.5  # of a point, for saying that the evidence is not enough while it is not


@dataclass(frozen=True, slots=True)
class Desk:
    """One claim on the desk with the student's work on it: what all the scoring below looks at."""

    number: int
    item: DeskItem
    placed: DeskClaim
    work: ClaimWork
    lesson: Lesson

    @property
    def claim(self) -> Claim:
        """The claim as it stands in the lesson."""
        return self.lesson.claims[self.placed.claim]

    @property
    def days(self) -> tuple[str, ...]:
        """The days that are answered for."""
        return days_asked(self.item, self.claim)

    @property
    def origins(self) -> int:
        """Number of independent origins in the log."""
        return len(origins_of((entry.source for entry in self.work.log), self.lesson))

    def logged_by(self, day: str) -> list[str]:
        """List the logged sources that existed on a day."""
        dated = ((entry.source, self.lesson.sources[entry.source].day) for entry in self.work.log)
        return [source for source, of in dated if of and of <= day]


@dataclass(frozen=True, slots=True)
class Part:
    """The outcome of one part of a claim."""

    points: float
    out_of: float
    remarks: tuple[Remark, ...]
    question: bool = False

    @property
    def agrees(self) -> bool:
        """Whether a question was answered as we do, or as we accept."""
        return self.question and self.points == self.out_of


def score(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> Result:
    """Score the claims that the student finished.

    Parameters
    ----------
    item : DeskItem
        The exercise.
    answer : DeskAnswer
        The student's work.
    lesson : Lesson
        Its lesson.

    Returns
    -------
    Result
        A point for *was it said?*, one for each dated verdict, one for the log, one for counting origins once.
        A worked claim has points for its questions only; an opinion has none for its verdict.

    Raises
    ------
    ValueError
        With a sentence for the student, if something is still missing.
    """
    desks = _desks(item, answer, lesson)
    done = [desk for desk in desks if not _missing(desk)]
    _demand_enough(item, desks, done)
    parts = [part for desk in done for part in _parts(desk)]
    unfinished = [feedback.unfinished(desk.number) for desk in desks if desk not in done and _begun(desk)]
    questions = [part for part in parts if part.question]
    right = sum(part.agrees for part in questions)
    origins = {origin for desk in done for origin in origins_of((entry.source for entry in desk.work.log), lesson)}
    summary = words("desk")["result"]["summary"].format(right=right, asked=len(questions), origins=len(origins))
    return Result(
        points=sum(part.points for part in parts),
        out_of=sum(part.out_of for part in parts),
        summary=summary,
        remarks=(*(remark for part in parts for remark in part.remarks), *unfinished),
        right=right == len(questions),
    )


def sureness(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[tuple[int | None, bool]]:
    """Pair the confidence in each finished claim with whether all its questions were answered right."""
    done = [desk for desk in _desks(item, answer, lesson) if not _missing(desk)]
    questions = ((desk, [part for part in _parts(desk) if part.question]) for desk in done)
    return [(desk.work.confidence, all(part.agrees for part in parts)) for desk, parts in questions]


def _desks(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[Desk]:
    """Lay out the claims; a worked one gets our log, whatever the page sent."""
    offered = {placed.claim: placed for placed in item.claims}
    for name, work in answer.claims.items():
        sources = [entry.source for entry in work.log]
        if name not in offered or set(sources) - set(offered[name].sources) or len(set(sources)) < len(sources):
            raise ValueError(words("desk")["missing"]["unknown"])
    desks = []
    for number, placed in enumerate(item.claims, start=1):
        work = answer.claims.get(placed.claim, ClaimWork())
        if placed.given:
            work = work.model_copy(update={"log": our_log(placed, lesson)})
        desks.append(Desk(number, item, placed, work, lesson))
    return desks


def _begun(desk: Desk) -> bool:
    work = desk.work
    return bool((work.log and not desk.placed.given) or work.searched_nothing or work.said or work.so)


def _missing(desk: Desk) -> str:
    """Say in one sentence what a claim still lacks, or nothing."""
    work, said = desk.work, words("desk")["missing"]
    if not (work.log or work.searched_nothing):
        return str(said["evidence"].format(number=desk.number))
    if work.said is None:
        return str(said["said"].format(number=desk.number))
    for day in desk.days:
        if day not in work.so:
            return str(said["so"].format(number=desk.number, day=plain_date(day)))
    return "" if work.confidence else str(said["confidence"].format(number=desk.number))


def _demand_enough(item: DeskItem, desks: list[Desk], done: list[Desk]) -> None:
    """Refuse an answer with too few finished claims; the sentence names the one that was begun first."""
    count = item.choose_from or len(desks)
    if len(done) >= count:
        return
    unfinished = [desk for desk in desks if _missing(desk)]
    following = next((desk for desk in unfinished if _begun(desk)), None)
    if not item.choose_from:
        following = following or unfinished[0]
        raise ValueError(_missing(following))
    then = _missing(following) if following else ""
    raise ValueError(words("desk")["missing"]["choose"].format(count=count, done=len(done), next=then).strip())


def _parts(desk: Desk) -> Iterator[Part]:
    yield _said(desk)
    for day in desk.days:
        yield _so(desk, day)
    if desk.placed.given:
        yield Part(0, 0, tuple(feedback.origins(desk, "note")))
    elif desk.work.log:
        yield _log(desk)
        yield _origins(desk)
    else:
        yield _searched(desk)
    if desk.claim.judged and desk.claim.note:
        yield Part(0, 0, (feedback.note(desk),))


def _said(desk: Desk) -> Part:
    right = desk.work.said == desk.claim.said.answer
    return Part(float(right), 1, (feedback.said(desk, "right" if right else "wrong"),), question=True)


def _so(desk: Desk, day: str) -> Part:
    claim, chosen = desk.claim, desk.work.so[day]
    ours = claim.verdict_on(day) if claim.judged else None
    if ours is None:
        return Part(0, 0, (feedback.not_judged(desk, day),))
    points, outcome, kind = _judge(desk, day, ours.verdict)
    remark = feedback.so(desk, day, ours, outcome, kind)
    late = chosen != NOT_ENOUGH and desk.work.log and not desk.logged_by(day)
    remarks = (remark, feedback.late(desk, day)) if late else (remark,)
    return Part(points, 1, remarks, question=True)


def _judge(desk: Desk, day: str, ours: str) -> tuple[float, Outcome, str]:
    """Give points, outcome and the kind of reason for one dated verdict."""
    chosen = desk.work.so[day]
    if chosen == ours:
        return 1, "right", "same"
    if chosen in feedback.alternatives(desk.claim, day):
        return 1, "accepted", "accepted"
    if chosen != NOT_ENOUGH:
        return 0, "wrong", "other"
    telling = [name for name in desk.logged_by(day) if shows(desk.lesson.sources[name], desk.claim) != "neither"]
    if len(origins_of(telling, desk.lesson)) < ENOUGH_ORIGINS:
        return CAREFUL, "part", "thin"
    return (0, "wrong", "enough") if ours in SETTLED else (CAREFUL, "part", "unsettled")


def _log(desk: Desk) -> Part:
    """Score what the student wrote of each source: two cells an entry, a point for all of them together."""
    remarks, right = [], 0
    for entry in desk.work.log:
        source = desk.lesson.sources[entry.source]
        cells = (entry.shows == shows(source, desk.claim)) + (entry.near == source.near)
        right += cells
        outcome: Outcome = "right" if cells == 2 else "part" if cells else "wrong"
        remarks.append(feedback.logged(desk, entry, outcome))
    return Part(right / (2 * len(desk.work.log)), 1, tuple(remarks))


def _origins(desk: Desk) -> Part:
    points = origins_point(desk.work.log, desk.placed, desk.lesson)
    outcome: Outcome = "right" if points == 1 else "part" if points else "wrong"
    return Part(points, 1, tuple(feedback.origins(desk, outcome)))


def _searched(desk: Desk) -> Part:
    """Score a search without a find: half of what a log earns, where nothing on the desk settles the claim."""
    silent = all(shows(desk.lesson.sources[name], desk.claim) == "neither" for name in desk.placed.sources)
    return Part(float(silent), 2, (feedback.searched(desk, silent=silent),))
