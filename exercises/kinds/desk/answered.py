"""Both answers to a claim in words, each with its date and with what it rests on, for files to take along."""

from __future__ import annotations

from typing import Any

from exercises.formats.claim import Answered, OfDay
from exercises.formats.file import say
from exercises.kinds.checked import Checked
from exercises.kinds.desk.casework import Casework
from exercises.kinds.desk.origins import distinct, groups_by_student
from exercises.words import plain_date, words


def labels() -> dict[str, Any]:
    """Give the words of the desk: what the answers are called on the page."""
    return words("desk")


def said(desk: Casework, work: Checked) -> Answered:
    """Give the answer to the question whether it was said."""
    claim, names = desk.claim, labels()["said"]
    notes = [_answered(work)]
    if claim.said.answer in ("yes", "no"):
        notes.insert(0, say("said_by", by=claim.said.by))
    ours = say("ours", answer=names[claim.said.answer], day=plain_date(claim.said.as_of))
    if claim.said.also_accept:
        ours += f" {say('also', answers='; '.join(names[other] for other in claim.said.also_accept))}"
    return Answered(labels()["said_question"], names[desk.work.said], tuple(notes), ours if work.shown else "")


def so(desk: Casework, work: Checked, day: str) -> OfDay:
    """Give the answer to the question whether it is so, as of one day."""
    rests = _resting(desk, day)
    return OfDay(day, plain_date(day), _verdict(desk, work, day, rests), rests)


def _answered(work: Checked) -> str:
    return say("answered_on", day=work.made.day)


def _verdict(desk: Casework, work: Checked, day: str, rests: str) -> Answered:
    """Give the student's verdict; on an opinion or a forecast none may stand, so what was answered is told below it."""
    names = labels()["so"]
    question, chosen = labels()["so_question"].format(day=plain_date(day)), names[desk.work.so[day]]
    if not desk.claim.judged:
        return Answered(question, names["none"], (say("not_judged", answer=chosen), _answered(work)), "")
    return Answered(question, chosen, (rests, _answered(work)), _ours(desk, day) if work.shown else "")


def _ours(desk: Casework, day: str) -> str:
    verdict, names = desk.claim.verdict_on(day), labels()["so"]
    if verdict is None:
        return ""
    ours = say("ours", answer=names[verdict.verdict], day=plain_date(verdict.as_of))
    others = [names[other] for other in desk.claim.accepted_on(day)]
    return f"{ours} {say('also', answers='; '.join(others))}" if others else ours


def _resting(desk: Casework, day: str | None = None) -> str:
    """Say how many sources and independent origins a log holds, or held by a day; copies of one origin count once."""
    names = desk.logged if day is None else desk.logged_by(day)
    groups = [group for group in distinct(groups_by_student(desk.work.log)) if group & set(names)]
    counted = say("counted_by_us" if desk.placed.given else "counted_by_student")
    name = "resting" if day is None else "resting_by"
    return say(name, sources=len(names), origins=len(groups), counted=counted)


def basis(desk: Casework) -> str:
    """Say in one line what all answers to a claim rest on."""
    return _resting(desk) if desk.work.log else say("searched_only")
