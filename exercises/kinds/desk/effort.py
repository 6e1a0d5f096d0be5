"""What an exercise *desk* asks of a student."""

from __future__ import annotations

from typing import get_args

from exercises.kinds.desk import feedback
from exercises.kinds.desk.answer import ClaimWork, SaidAnswer, SoAnswer
from exercises.kinds.desk.casework import Casework
from exercises.kinds.desk.item import DeskClaim, DeskItem, days_asked
from exercises.kinds.desk.reading import for_students, sources_of
from exercises.kinds.effort import Effort, count, read_at_once
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Source
from exercises.words import words

READ = 3
"""Sources that a student reads for one claim, and logs."""
AT_ONCE = 10
"""Results that a search shows at once; results.js has the same number."""
HEAD = 9
"""Words of what a source says that stand for its title, if it has none; source.js has the same number."""
CELLS = 2
"""What is logged of a source: how near it is, and what it shows."""
OWN_REASON = 15
"""Words in which a student says what decides."""


def effort(item: DeskItem, lesson: Lesson) -> Effort:
    """Count the claims that have to be finished, each with its sources, its answers and their reasons.

    A log that is filled in is read whole. Where claims are chosen, those that take longest are counted. Of a search its
    lines of help are read, and the first list of results before one is opened.
    """
    parts = [_claim(item, one, lesson) for one in item.claims]
    parts = sorted(parts, key=Effort.minutes, reverse=True)[: item.choose_from or len(parts)]
    return Effort(
        read=sum(part.read for part in parts),
        reasons=sum(part.reasons for part in parts),
        further=sum(part.further for part in parts) - 1,
        write=sum(part.write for part in parts),
    )


def _claim(item: DeskItem, placed: DeskClaim, lesson: Lesson) -> Effort:
    claim, days = lesson.claims[placed.claim], days_asked(item, lesson.claims[placed.claim])
    names = placed.sources if placed.given else sources_of(claim, placed.sources, lesson)[:READ]
    sources = [lesson.sources[name] for name in names]
    # How sure one is, whether it was said, and whether it is so on each day.
    answers = 2 + len(days)
    return Effort(
        read=count(claim.words) + sum(_source(one) for one in sources) + _scanned(item, placed, days[0], lesson),
        reasons=_told(item, placed, lesson),
        further=answers + (0 if placed.given else CELLS * len(sources)),
        write=0 if placed.given else OWN_REASON,
    )


def _scanned(item: DeskItem, placed: DeskClaim, day: str, lesson: Lesson) -> int:
    """Count the first list of results, what is opened left out, with the two lines above it; 0 without a search."""
    if not item.search:
        return 0
    first = sources_of(lesson.claims[placed.claim], placed.sources, lesson)
    others = sorted(for_students(lesson), key=lambda name: not lesson.sources[name].core)
    others = [name for name in others if not lesson.sources[name].grave]
    shown = [name for name in dict.fromkeys((*first, *others)) if (lesson.sources[name].day or "") <= day][:AT_ONCE]
    heads = sum(_head(lesson.sources[name]) for name in shown if name not in first[:READ])
    lines = words("desk")
    return count(lines["look_search"], lines["search_help"]) + heads


def _told(item: DeskItem, placed: DeskClaim, lesson: Lesson) -> int:
    """Count what the result shows at once if all questions are answered wrong; all on the log is folded."""
    claim, days = lesson.claims[placed.claim], days_asked(item, lesson.claims[placed.claim])
    right = (claim.said.answer, *claim.said.also_accept)
    said = next((one for one in get_args(SaidAnswer) if one not in right), claim.said.answer)
    ours = {day: verdict for day in days if claim.judged and (verdict := claim.verdict_on(day))}
    wrong = {day: next(one for one in get_args(SoAnswer) if one not in _good(claim, day)) for day in ours}
    desk = Casework(1, item, placed, ClaimWork(said=said, so=wrong), lesson)
    dated = (feedback.so(desk, day, verdict, "wrong", "other") for day, verdict in ours.items())
    unjudged = (feedback.not_judged(desk, day) for day in days if day not in ours)
    return sum(map(read_at_once, (feedback.said(desk, "wrong"), *dated, *unjudged)))


def _good(claim: Claim, day: str) -> tuple[str, ...]:
    verdict = claim.verdict_on(day)
    return (*claim.accepted_on(day), *([verdict.verdict] if verdict else []))


def _head(source: Source) -> int:
    """Count what a result shows of a source before it is opened."""
    title = source.title_plain or source.title or " ".join(source.says.split()[:HEAD])
    return count(source.publisher, title)


def _source(source: Source) -> int:
    return count(source.publisher, source.title_plain or source.title or "", source.says, source.position)
