"""Scores a desk: two answers a claim, what was logged of each source, and whether copies were counted once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.kinds.base import Outcome, Remark, Result
from exercises.kinds.desk import feedback, rubric
from exercises.kinds.desk.answer import DeskAnswer
from exercises.kinds.desk.board import board
from exercises.kinds.desk.casework import Casework, lay_out
from exercises.kinds.desk.item import DeskItem
from exercises.kinds.desk.origins import origins_point
from exercises.kinds.desk.reading import all_shown, is_near, is_paired, shows
from exercises.lesson.load import Lesson
from exercises.words import words

NOT_ENOUGH = "not-enough"
SETTLED = ("holds", "does-not-hold")
CAREFUL = 0.5  # of a point, for saying that the evidence is not enough while it is not
OPEN = ("unfounded", "thin", "unsettled")
UNFOUNDED = 0.25  # of a point, for our verdict from one origin where there were more: less than for being careful


@dataclass(frozen=True, slots=True)
class Part:
    """The outcome of one part of a claim; ``agrees`` is None where no question was asked, or a careful answer given."""

    points: float
    out_of: float
    remarks: tuple[Remark, ...]
    agrees: bool | None = None


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
        A point for *was it said?*, one for each dated verdict, one for the log, one for counting origins once. A
        verdict like ours earns its whole point only if the log carries it. A worked claim has points for its questions
        only; an opinion has none for its verdict. ``extra`` holds the board.

    Raises
    ------
    ValueError
        With a sentence for the student, if something is still missing.
    """
    desks = lay_out(item, answer, lesson)
    done = [desk for desk in desks if not desk.missing]
    _demand_enough(item, desks, done)
    parts = [part for desk in done for part in _parts(desk)]
    unfinished = [feedback.unfinished(desk.number) for desk in desks if desk not in done and desk.begun]
    questions = [part.agrees for part in parts if part.agrees is not None]
    origins = {origin for desk in done for origin in desk.origins}
    said = words("desk")["result"]["summary"]
    return Result(
        points=sum(part.points for part in parts),
        out_of=sum(part.out_of for part in parts),
        summary=said.format(right=sum(questions), asked=len(questions), origins=len(origins)),
        remarks=(*(remark for part in parts for remark in part.remarks), *unfinished),
        right=all(questions),
        extra={"board": board(done)},
    )


def sureness(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[tuple[int | None, bool]]:
    """Pair the confidence in each finished claim with whether all its questions were answered right."""
    done = [desk for desk in lay_out(item, answer, lesson) if not desk.missing]
    return [(desk.work.confidence, all(part.agrees is not False for part in _parts(desk))) for desk in done]


def _demand_enough(item: DeskItem, desks: list[Casework], done: list[Casework]) -> None:
    """Refuse an answer with too few finished claims; the sentence names the one that was begun first."""
    count = item.choose_from or len(desks)
    if len(done) >= count:
        return
    unfinished = [desk for desk in desks if desk.missing]
    following = next((desk for desk in unfinished if desk.begun), None)
    if not item.choose_from:
        raise ValueError((following or unfinished[0]).missing)
    then = following.missing if following else ""
    raise ValueError(words("desk")["missing"]["choose"].format(count=count, done=len(done), next=then).strip())


def _parts(desk: Casework) -> Iterator[Part]:
    yield _said(desk)
    for day in desk.days:
        yield _so(desk, day)
    if change := feedback.changed(desk):
        yield Part(0, 0, (change,))
    if desk.placed.given:
        yield Part(0, 0, tuple(feedback.origins(desk, "note")))
    elif desk.work.log:
        yield _log(desk)
        yield _origins(desk)
    else:
        yield _searched(desk)
    if desk.claim.judged and desk.claim.note:
        yield Part(0, 0, (feedback.note(desk),))
    if not desk.placed.given:
        yield Part(0, 0, tuple(rubric.remarks(desk)))
        yield Part(0, 0, tuple(feedback.looked(desk)))


def _said(desk: Casework) -> Part:
    chosen, ours = desk.work.said, desk.claim.said
    accepted: Outcome = "accepted" if chosen in ours.also_accept else "wrong"
    outcome: Outcome = "right" if chosen == ours.answer else accepted
    return Part(float(outcome != "wrong"), 1, (feedback.said(desk, outcome),), agrees=outcome != "wrong")


def _so(desk: Casework, day: str) -> Part:
    claim, chosen = desk.claim, desk.work.so[day]
    ours = claim.verdict_on(day) if claim.judged else None
    if ours is None:
        return Part(0, 0, (feedback.not_judged(desk, day),))
    points, outcome, kind = _judge(desk, day, ours.verdict)
    remark = feedback.so(desk, day, ours, outcome, kind)
    late = chosen != NOT_ENOUGH and desk.work.log and not desk.logged_by(day)
    remarks = (remark, feedback.late(desk, day)) if late else (remark,)
    # Neither luck nor care tells how well somebody knows how sure to be.
    return Part(points, 1, remarks, agrees=None if kind in OPEN else points == 1)


def _judge(desk: Casework, day: str, ours: str) -> tuple[float, Outcome, str]:
    """Give points, outcome and the kind of reason for one dated verdict.

    A right verdict that the log does not carry earns less than a careful *not enough evidence* from the same log.
    """
    chosen = desk.work.so[day]
    thin = not desk.carries(day, chosen if chosen != NOT_ENOUGH else ours)
    accepted = chosen in desk.claim.accepted_on(day)
    if chosen == ours or accepted:
        if thin:
            return UNFOUNDED, "part", "unfounded"
        return (1, "accepted", "accepted") if accepted and chosen != ours else (1, "right", "same")
    if chosen != NOT_ENOUGH:
        return 0, "wrong", "other"
    if thin:
        return CAREFUL, "part", "thin"
    settled = ours in SETTLED and "disputed" not in desk.claim.accepted_on(day)
    return (0, "wrong", "enough") if settled else (CAREFUL, "part", "unsettled")


def _log(desk: Casework) -> Part:
    """Score what the student wrote of each source: two cells an entry, a point for all of them together.

    Only entries that we have read for this claim are scored; with search a student may log any other.
    """
    remarks, right, cells = [], 0, 0
    for entry in desk.work.log:
        source = desk.lesson.sources[entry.source]
        read = is_paired(source, desk.claim) or entry.source in desk.sources
        marks = (is_near(entry, source, desk.claim), entry.shows in all_shown(source, desk.claim))
        right, cells = right + read * sum(marks), cells + read * len(marks)
        judged: Outcome = "right" if all(marks) else "part" if any(marks) else "wrong"
        remarks.append(feedback.logged(desk, entry, judged if read else "note", read=read))
    return Part(right / cells if cells else 0, 1, tuple(remarks))


def _origins(desk: Casework) -> Part:
    points = origins_point(desk.work.log, desk.offered, desk.claim, desk.lesson, desk.days[-1])
    outcome: Outcome = "right" if points == 1 else "part" if points else "wrong"
    return Part(points, 1, tuple(feedback.origins(desk, outcome)))


def _searched(desk: Casework) -> Part:
    """Score a search without a find: half of what a log earns, where nothing on the desk settles the claim."""
    silent = all(shows(desk.lesson.sources[name], desk.claim) == "neither" for name in desk.offered)
    return Part(float(silent), 2, (feedback.searched(desk, silent=silent),))
