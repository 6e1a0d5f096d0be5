"""What the files of a desk have in common: the finished claims, and both answers in words, each with its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.formats.checked import Checked, say
from exercises.kinds.desk.casework import Casework, lay_out
from exercises.kinds.desk.feedback import alternatives
from exercises.kinds.desk.origins import distinct, groups_by_student
from exercises.words import plain_date, words


@dataclass(frozen=True, slots=True)
class Answered:
    """One of the two questions with its answers.

    Attributes
    ----------
    question : str
        The question, with the day for which it is asked.
    answer : str
        The student's answer.
    notes : tuple of str
        What belongs to the answer: when it was given, on how many origins it rests, what is not judged here.
    ours : str
        Our own answer with its date, if it was shown; else empty.
    """

    question: str
    answer: str
    notes: tuple[str, ...]
    ours: str


def finished(work: Checked) -> list[Casework]:
    """List the claims that the student finished, in the order of the desk."""
    return [desk for desk in lay_out(work.item, work.answer, work.lesson) if desk.begun and not desk.missing]


def find(work: Checked, claim: str) -> Casework:
    """Give one finished claim by its id."""
    return next(desk for desk in finished(work) if desk.placed.claim == claim)


def labels() -> dict[str, Any]:
    """Give the words of the desk: what the answers are called on the page."""
    return words("desk")


def claim_words(desk: Casework) -> str:
    """Give what is claimed; words of the article stand in quotation marks."""
    return f"“{desk.claim.words}”" if desk.claim.quote else desk.claim.words


def about(desk: Casework) -> str:
    """Say where the claim's words come from; the article is a teaching specimen with errors, and says so everywhere."""
    claim, invented = desk.claim, say("invented") if desk.lesson.info.invented else ""
    if claim.quote:
        parts = [say("from_article", number=claim.sentence_number), say("specimen"), invented]
    else:
        stated = say("stated_on", day=plain_date(claim.stated_on)) if claim.stated_on else ""
        parts = [say("from_elsewhere"), stated, invented]
    return " ".join(filter(None, parts))


def answers(desk: Casework, work: Checked) -> list[Answered]:
    """Give both answers to a claim: was it said, and is it so, once a day."""
    return [_said(desk, work), *(_so(desk, work, day) for day in desk.days)]


def _said(desk: Casework, work: Checked) -> Answered:
    claim, names = desk.claim, labels()["said"]
    notes = [_answered(work)]
    if claim.said.answer in ("yes", "no"):
        notes.insert(0, say("said_by", by=claim.said.by))
    ours = say("ours", answer=names[claim.said.answer], day=plain_date(claim.said.as_of)) if work.shown else ""
    return Answered(labels()["said_question"], names[desk.work.said], tuple(notes), ours)


def _answered(work: Checked) -> str:
    return say("answered_on", day=plain_date(work.day))


def _so(desk: Casework, work: Checked, day: str) -> Answered:
    """Give the student's verdict; on an opinion or a forecast none may stand, so what was answered is told below it."""
    names = labels()["so"]
    question, chosen = labels()["so_question"].format(day=plain_date(day)), names[desk.work.so[day]]
    if not desk.claim.judged:
        return Answered(question, names["none"], (say("not_judged", answer=chosen), _answered(work)), "")
    return Answered(question, chosen, (resting(desk, day), _answered(work)), _ours(desk, day) if work.shown else "")


def _ours(desk: Casework, day: str) -> str:
    verdict, names = desk.claim.verdict_on(day), labels()["so"]
    if verdict is None:
        return ""
    ours = say("ours", answer=names[verdict.verdict], day=plain_date(verdict.as_of))
    others = [names[other] for other in alternatives(desk.claim, day) if other != verdict.verdict]
    return f"{ours} {say('also', answers='; '.join(others))}" if others else ours


def resting(desk: Casework, day: str | None = None) -> str:
    """Say how many sources and independent origins a log holds, or held by a day; copies of one origin count once."""
    names = desk.logged if day is None else desk.logged_by(day)
    groups = [group for group in distinct(groups_by_student(desk.work.log)) if group & set(names)]
    counted = say("counted_by_us" if desk.placed.given else "counted_by_student")
    name = "resting" if day is None else "resting_by"
    return say(name, sources=len(names), origins=len(groups), counted=counted)


def basis(desk: Casework) -> str:
    """Say in one line what all answers to a claim rest on."""
    return resting(desk) if desk.work.log else say("searched_only")
