"""What a student's own check gets back: counts, what the rules of the course still ask for, and questions. No marks."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.base import Pair, Remark, Result
from exercises.kinds.evidence.counted import Counted, counted
from exercises.kinds.evidence.item import EvidenceAnswer, EvidenceItem
from exercises.kinds.evidence.missing import missing_in
from exercises.kinds.evidence.rules import wanting
from exercises.lesson.load import Lesson
from exercises.words import plain_date, words


def score(item: EvidenceItem, answer: EvidenceAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all take the same)
    """Count the log, and say what the rules of the course still ask for; nothing is called right or wrong.

    Raises
    ------
    ValueError
        If something is missing, or a source names another one that is not in the log; with a sentence for the student.
    """
    check_answer(answer)
    log = counted(answer)
    remarks = [*_nearest(log), *_days(log), *_wanting(answer, log), *_questions()]
    return Result(points=0, out_of=0, summary=_summary(log), remarks=tuple(remarks), right=False)


def check_answer(answer: EvidenceAnswer) -> None:
    """Refuse what cannot be counted; ValueError with a sentence for the student."""
    if lack := missing_in(answer):
        raise ValueError(lack)
    names = [source.id for source in answer.log]
    pointed = {source.same_as for source in answer.log} - {""}
    if len(set(names)) < len(names) or pointed - set(names):
        raise ValueError(words("exchange")["shape"])


def _summary(log: Counted) -> str:
    said = words("evidence")["result"]
    if not log.sources:
        return str(said["searched"])
    counts = {name: len(log.origins(name)) for name in ("supports", "contradicts", "neither")}
    return str(said["summary"].format(sources=len(log.sources), origins=len(log.origins()), **counts))


def _nearest(log: Counted) -> Iterator[Remark]:
    said, names = words("evidence")["result"], words("desk")
    for source in log.nearest:
        reason = said["near"].format(near=names["near"][source.near], shows=names["shows"][source.shows])
        yield _note(said["nearest"].format(source=" ".join(source.who.split())), reason)


def _days(log: Counted) -> Iterator[Remark]:
    said = words("evidence")["result"]
    for name, days in (("read", log.read), ("own_days", log.days)):
        if days:
            first, last = plain_date(days[0]), plain_date(days[-1])
            form = said[name if first != last else f"{name}_once"]
            yield _note(said["days"][name], form.format(first=first, last=last))


def _wanting(answer: EvidenceAnswer, log: Counted) -> Iterator[Remark]:
    """Say what the rules of the course still ask for, one remark a rule; or that nothing which can be counted is."""
    said = words("evidence")["result"]
    found = [_note(said["wanting"], reason) for reason in wanting(answer, log)]
    yield from found or [_note(said["wanting_none"], said["not_counted"])]


def _questions() -> Iterator[Remark]:
    """Give the questions that a careful reader would ask, to set one's own work beside."""
    for one in words("evidence")["result"]["questions"]:
        yield Remark(subject=one["ask"], outcome="note", reason=one["look"], folded=True)


def _note(subject: str, reason: str) -> Remark:
    return Remark(subject=subject, outcome="note", reason=reason)


def sureness(item: EvidenceItem, answer: EvidenceAnswer, lesson: Lesson) -> list[Pair]:  # noqa: ARG001 (all the same)
    """Give no pair: how sure the student was cannot be set beside a key that nobody has."""
    return []
