"""A student's work at a desk in words: for each claim the answers, the log and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from exercises.kinds.desk.answer import ClaimWork, DeskAnswer, LogEntry
from exercises.kinds.desk.casework import Casework
from exercises.kinds.desk.feedback import source_name
from exercises.kinds.desk.item import DeskItem
from exercises.kinds.desk.reading import gainers
from exercises.lesson.load import Lesson
from exercises.words import plain_date, words


def tell(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[str]:
    """Tell each claim that was begun; a source that does not lie there any more by its id."""
    desks = [
        Casework(number, item, placed, answer.claims.get(placed.claim, ClaimWork()), lesson)
        for number, placed in enumerate(item.claims, start=1)
    ]
    return [line for desk in desks if desk.begun for line in _lines(desk)]


def unknown(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[str]:
    """Tell the work on claims that do not lie on this desk, in their words if the lesson has them, else by ids."""
    here = {placed.claim for placed in item.claims}
    gone = [(name, work) for name, work in answer.claims.items() if name not in here and work != ClaimWork()]
    return [line for name, work in gone for line in (_head(name, lesson), *_work(work, (), work.log, Names(lesson)))]


def own_words(stored: Mapping[str, Any]) -> list[str]:
    """Give the reasons and searches in a stored answer as they stand there, each under the id of its claim."""
    claims, said = stored.get("claims"), words("telling")
    found = []
    for name, work in claims.items() if isinstance(claims, Mapping) else ():
        parts = ((said[form], work.get(part)) for form, part in _OWN) if isinstance(work, Mapping) else ()
        lines = [str(form).format(words=text) for form, text in parts if isinstance(text, str) and text.strip()]
        found += [str(said["claim_gone"]).format(number=name), *lines] if lines else []
    return found


@dataclass(frozen=True, slots=True)
class Names:
    """How sources, and those who gain by them, are named: without a desk no source lies there any more."""

    lesson: Lesson
    desk: Casework | None = None

    def source(self, name: str) -> str:
        """Name a source."""
        if self.desk and name in self.desk.offered:
            return source_name(name, self.desk)
        return str(words("desk")["source_gone"]).format(id=name)

    def gainer(self, name: str) -> str:
        """Name who gains; by its id where the lesson does not know it."""
        return gainers(self.lesson).get(name, name)


_OWN = (("searched", "searched_nothing"), ("reason", "reason"))


def _lines(desk: Casework) -> Iterator[str]:
    claim = f"“{desk.claim.words}”" if desk.claim.quote else desk.claim.words
    yield str(words("telling")["claim"]).format(number=desk.number, words=claim)
    log = () if desk.placed.given else desk.work.log
    yield from _work(desk.work, desk.days, log, Names(lesson=desk.lesson, desk=desk))


def _head(name: str, lesson: Lesson) -> str:
    said, claim = words("telling"), lesson.claims.get(name)
    return str(said["claim" if claim else "claim_gone"]).format(number=name, words=claim.words if claim else "")


def _work(work: ClaimWork, days: Iterable[str], log: Iterable[LogEntry], known: Names) -> Iterator[str]:
    """Tell the work on one claim; first for the days that are asked for, then for others that were."""
    names, said = words("desk"), words("telling")
    if work.said:
        yield f"{names['said_question']} {names['said'][work.said]}."
    for day in dict.fromkeys([*(day for day in days if day in work.so), *sorted(work.so)]):
        yield f"{names['so_question'].format(day=_day(day))} {names['so'][work.so[day]]}."
    logged = [entry.source for entry in log]
    for entry in log:
        yield _entry(entry, logged, known)
    for form, part in _OWN:
        if text := getattr(work, part):
            yield str(said[form]).format(words=text)
    for row, level in sorted(work.rated.items()):
        rubric = words("rubric")
        name, step = rubric["names"][row], rubric["steps"][level]
        yield str(said["rated"]).format(row=row, name=name, level=level, step=step)
    if work.confidence:
        yield str(said["sure"]).format(sure=words("remarks")["calibration"]["steps"][str(work.confidence)])


def _day(day: str) -> str:
    try:
        return plain_date(day)
    except ValueError:  # An opened work file may hold anything.
        return day


def _entry(entry: LogEntry, logged: list[str], known: Names) -> str:
    names, said = words("desk"), words("telling")
    parts = [names["shows"][entry.shows], names["near"][entry.near]]
    if entry.same_as and entry.same_as in logged:
        parts.append(names["same_as"].format(source=known.source(entry.same_as)))
    if entry.interest:
        parts.append(str(said["gains"]).format(who=known.gainer(entry.interest)))
    return str(said["logged"]).format(source=known.source(entry.source), parts=" ".join(f"{part}." for part in parts))
