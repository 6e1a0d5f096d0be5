"""Which entries of an evidence log go back to one origin: copies count once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exercises.kinds.desk.answer import LogEntry
from exercises.kinds.desk.reading import telling
from exercises.lesson.checks.origins import path_of
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim

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


def groups_by_key(log: Iterable[LogEntry], claim: Claim, lesson: Lesson) -> Groups:
    """Give for each logged source all logged ones with the same origin, itself included."""
    origins = {entry.source: lesson.sources[entry.source].origin_for(claim.id) for entry in log}
    return {
        source: frozenset(other for other, same in origins.items() if same == origin)
        for source, origin in origins.items()
    }


def both_groups(log: Sequence[LogEntry], claim: Claim, lesson: Lesson) -> tuple[Groups, Groups]:
    """Give the student's groups and ours, without what may be put with either of two origins."""
    either = {entry.source for entry in log if len(lesson.sources[entry.source].origins_for(claim.id)) > 1}

    def settled(groups: Groups) -> Groups:
        return {name: group - either for name, group in groups.items() if name not in either}

    return settled(groups_by_student(log)), settled(groups_by_key(log, claim, lesson))


def distinct(groups: Groups) -> list[frozenset[str]]:
    """List each group once, in the order of the log."""
    return list(dict.fromkeys(groups.values()))


def origins_of(names: Iterable[str], claim: Claim, lesson: Lesson) -> frozenset[str]:
    """Give the origins behind what some sources say about a claim."""
    return frozenset(lesson.sources[name].origin_for(claim.id) for name in names)


def origins_point(log: Sequence[LogEntry], offered: Iterable[str], claim: Claim, lesson: Lesson, day: str) -> float:
    """Give the share of logged sources that stand with just their own copies, or one voice's, from 0 to 1.

    A log with one origin that speaks for or against the claim, where more are on offer, earns half: one source, or
    copies of one, are not yet a check. With none, where there are some, it earns nothing. Only what existed by ``day``
    can be shown to speak for that day.
    """
    theirs, ours = both_groups(log, claim, lesson)
    share = sum(_stands(theirs[name], ours[name], claim, lesson) for name in ours) / len(ours) if ours else 1.0
    speaking = origins_of(telling(offered, claim, lesson, day), claim, lesson)
    told = origins_of(telling([entry.source for entry in log], claim, lesson, day), claim, lesson)
    if speaking and not told:
        return 0.0
    few = len(told) < min(ENOUGH_ORIGINS, len(speaking))
    return share / 2 if few else share


def _stands(theirs: frozenset[str], ours: frozenset[str], claim: Claim, lesson: Lesson) -> bool:
    """Whether a source stands with its own copies, or with all that goes back to one person or one set of data."""
    return theirs == ours or (ours < theirs and rest_on_one(theirs, claim, lesson))


def rest_on_one(names: Iterable[str], claim: Claim, lesson: Lesson) -> bool:
    """Say whether some sources go back to one person or one set of data, if only on different days.

    Each day is a statement of its own, so we count them apart; whoever counts one voice is right as well.
    """
    return len({path_of(lesson.sources[name].origin_for(claim.id), lesson.origins)[-1] for name in names}) == 1


def origin_name(source: str, claim: Claim, lesson: Lesson) -> str:
    """Name in words where a source has what it says about a claim from."""
    return lesson.origins[lesson.sources[source].origin_for(claim.id)].name


def chain(name: str, claim: Claim, lesson: Lesson) -> str:
    """Write the way of a source back to its origin: ``Gazeta.ru ← RIA Novosti ← the deputy Zhuravlev``."""
    way, passed = [lesson.sources[name].publisher], lesson.sources[name].via_for(claim.id)
    while passed:
        way.append(lesson.sources[passed].publisher)
        passed = lesson.sources[passed].via_for(claim.id)
    way += [lesson.origins[step].name for step in path_of(lesson.sources[name].origin_for(claim.id), lesson.origins)]
    return " ← ".join(way)
