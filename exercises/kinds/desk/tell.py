"""A student's work at a desk in words: for each claim the answers, the log and the reason."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.desk.answer import DeskAnswer, LogEntry
from exercises.kinds.desk.casework import Casework, lay_out
from exercises.kinds.desk.feedback import source_name
from exercises.kinds.desk.item import DeskItem
from exercises.lesson.load import Lesson
from exercises.words import plain_date, words


def tell(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[str]:
    """Tell each claim that was begun; ValueError if the answer speaks of what does not lie on this desk."""
    return [line for desk in lay_out(item, answer, lesson) if desk.begun for line in _lines(desk)]


def _lines(desk: Casework) -> Iterator[str]:
    names, said, work = words("desk"), words("telling"), desk.work
    claim = f"“{desk.claim.words}”" if desk.claim.quote else desk.claim.words
    yield str(said["claim"]).format(number=desk.number, words=claim)
    if work.said:
        yield f"{names['said_question']} {names['said'][work.said]}."
    for day in desk.days:
        if day in work.so:
            yield f"{names['so_question'].format(day=plain_date(day))} {names['so'][work.so[day]]}."
    for entry in () if desk.placed.given else work.log:
        yield _entry(entry, desk)
    if work.searched_nothing:
        yield str(said["searched"]).format(words=work.searched_nothing)
    if work.reason:
        yield str(said["reason"]).format(words=work.reason)
    if work.confidence:
        yield str(said["sure"]).format(sure=words("remarks")["calibration"]["steps"][str(work.confidence)])


def _entry(entry: LogEntry, desk: Casework) -> str:
    names, said = words("desk"), words("telling")
    parts = [names["shows"][entry.shows], names["near"][entry.near]]
    if entry.same_as and entry.same_as in desk.logged:
        parts.append(names["same_as"].format(source=source_name(entry.same_as, desk)))
    return str(said["logged"]).format(
        source=source_name(entry.source, desk), parts=" ".join(f"{part}." for part in parts)
    )
