"""Which entries of an evidence log go back to one origin: copies count once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from exercises.kinds.desk.answer import LogEntry
from exercises.kinds.desk.reading import shows
from exercises.kinds.writing import plain_date
from exercises.lesson import Lesson
from exercises.pack import Claim
from exercises.words import words

ENOUGH_ORIGINS = 2
Groups = dict[str, frozenset[str]]


def groups_by_student(log: Iterable[LogEntry]) -> Groups:
    """Give for each logged source all those that the student put together with it, itself included."""
    entries = tuple(log)
    groups: Groups = {entry.source: frozenset({entry.source}) for entry in entries}
    for entry in entries:
        if entry.same_as in groups:
            merged = groups[entry.source] | groups[entry.same_as]
            groups |= dict.fromkeys(merged, merged)
    return groups


def groups_by_key(log: Iterable[LogEntry], lesson: Lesson) -> Groups:
    """Give for each logged source all logged ones with the same origin, itself included."""
    origins = {entry.source: lesson.sources[entry.source].origin for entry in log}
    return {
        source: frozenset(other for other, same in origins.items() if same == origin)
        for source, origin in origins.items()
    }


def distinct(groups: Groups) -> list[frozenset[str]]:
    """List each group once, in the order of the log."""
    return list(dict.fromkeys(groups.values()))


def origins_of(names: Iterable[str], lesson: Lesson) -> frozenset[str]:
    """Give the origins behind some sources."""
    return frozenset(lesson.sources[name].origin for name in names)


def origins_point(log: Sequence[LogEntry], offered: Iterable[str], claim: Claim, lesson: Lesson) -> float:
    """Give the share of logged sources that stand with exactly their own copies, from 0 to 1.

    A log that holds one origin only, where more origins on offer speak for or against the claim, earns half: one
    source, or copies of one, are not yet a check.
    """
    if not log:
        return 0.0
    theirs, ours = groups_by_student(log), groups_by_key(log, lesson)
    share = sum(theirs[name] == ours[name] for name in ours) / len(ours)
    speaking = origins_of((name for name in offered if shows(lesson.sources[name], claim) != "neither"), lesson)
    few = len(distinct(ours)) < min(ENOUGH_ORIGINS, len(speaking))
    return share / 2 if few else share


def origin_name(origin: str) -> str:
    """Write an origin's id in words: ``isw-2025-11-21`` becomes ``ISW, 21 November 2025``."""
    known = words("desk")["origin_words"]
    day = re.search(r"-(\d{4}-\d{2}-\d{2})", origin)
    rest = origin.replace(day[0], "") if day else origin
    name = " ".join(known.get(word, word.capitalize()) for word in rest.split("-") if word)
    return f"{name}, {plain_date(day[1])}" if day else name


def chain(name: str, lesson: Lesson) -> str:
    """Write the way of a source back to its origin: ``Gazeta.ru ← RIA Novosti ← Zhuravlev, 21 November 2025``."""
    source = lesson.sources[name]
    return f"{source.publisher} ← {origin_name(source.origin)}"
