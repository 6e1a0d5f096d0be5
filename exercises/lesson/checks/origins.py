"""Checks the ways that information took: which source had it from which, and where it began."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem, did_you_mean
from exercises.lesson.checks.entries import Entries, double_ids, unknown_names
from exercises.lesson.models.sources import Carried, Origin, Source, SourcesFile


def origin_problems(file: SourcesFile, lines: Lines, unread: Collection[str]) -> Iterator[Problem]:
    """Find origins that do not exist, that rest on themselves, and sources that came by an impossible way.

    Parameters
    ----------
    file : SourcesFile
        Origins and sources.
    lines : Lines
        Lines of the file.
    unread : collection of str
        Ids that exist and whose entries cannot be read.
    """
    origins = {origin.id: origin for origin in file.origins}
    sources = {source.id: source for source in file.sources}
    yield from double_ids([Entries(lines, ("origins",), tuple(origin.id for origin in file.origins))])
    for number, origin in enumerate(file.origins):
        yield from _rests(origin, origins, unread, lines, ("origins", number, "from"))
    for number, source in enumerate(file.sources):
        here: Where = ("sources", number)
        yield from _begins(source, {*origins, *unread}, lines, here)
        if source.via is not None and source.via not in unread:
            yield from _came(source, sources, origins, lines, (*here, "via"))


def path_of(origin: str, origins: Mapping[str, Origin]) -> tuple[str, ...]:
    """Give an origin and what it rests on, step by step; a circle ends where it closes."""
    path: list[str] = []
    step: str | None = origin
    while step is not None and step not in path:
        path.append(step)
        step = origins[step].rests_on if step in origins else None
    return tuple(path)


def _rests(
    origin: Origin, origins: Mapping[str, Origin], unread: Collection[str], lines: Lines, here: Where
) -> Iterator[Problem]:
    if origin.rests_on is None:
        return
    yield from unknown_names([origin.rests_on], {*origins, *unread}, "origin", lines, here)
    if origin.id in path_of(origin.rests_on, origins):
        yield lines.problem(f"The origin “{origin.id}” rests on itself", "Take one “from:” of the circle out.", *here)


def _begins(source: Source, known: Collection[str], lines: Lines, here: Where) -> Iterator[Problem]:
    """Check the origin of a source and of what else it passes on."""
    if source.origin not in known:
        yield lines.problem(*_no_origin(source.origin, known), *here, "origin")
    yield from _carries(source, "also_carries", source.also_carries, known, lines, here)
    yield from _carries(source, "also_accept", source.also_accept, known, lines, here)


def _carries(
    source: Source, field: str, told: tuple[Carried, ...], known: Collection[str], lines: Lines, here: Where
) -> Iterator[Problem]:
    """Check the origin of a second statement or reading, and that the source lists the claims of it."""
    about = {*source.supports, *source.contradicts, *source.context}
    for number, carried in enumerate(told):
        place = (*here, field, number)
        if carried.origin not in known:
            yield lines.problem(*_no_origin(carried.origin, known), *place, "origin")
        for index, claim in enumerate(carried.claims):
            if claim not in about:
                what = f"{source.id} carries something for “{claim}” and does not list that claim"
                cure = (
                    "Put the claim under “supports:”, “contradicts:” or “context:” of this source, or take it out here."
                )
                yield lines.problem(what, cure, *place, "claims", index)


def _no_origin(name: str, known: Collection[str]) -> tuple[str, str]:
    cure = f"Add it to the list “origins:” with an id and a name. {did_you_mean(name, known) if known else ''}"
    return f"There is no origin “{name}”", cure.strip()


def _came(
    source: Source, sources: Mapping[str, Source], origins: Mapping[str, Origin], lines: Lines, here: Where
) -> Iterator[Problem]:
    """Check the source through which another came: it exists, is no copy of that one, fits in origin and day."""
    earlier = sources.get(source.via or "")
    if earlier is None:
        others = [name for name in sources if name != source.id]
        yield lines.problem(f"There is no source “{source.via}”", did_you_mean(source.via or "", others), *here)
        return
    if source.id in _way(earlier.id, sources):
        yield lines.problem(f"“{source.id}” came through itself", "Take one “via:” of the circle out.", *here)
        return
    if earlier.origin not in path_of(source.origin, origins):
        what = f"“{earlier.id}” has the origin “{earlier.origin}”, on which “{source.origin}” does not rest"
        yield lines.problem(what, "Give both the same origin, add “from:” to the origin, or take “via:” out.", *here)
    if source.day and earlier.day and earlier.day > source.day:
        what = f"“{earlier.id}” is of {earlier.day}, later than “{source.id}” of {source.day}"
        yield lines.problem(what, "What came later cannot be what it came through: correct a date or “via:”.", *here)


def _way(name: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Give a source and those through which it came; a circle ends where it closes."""
    way: list[str] = []
    step: str | None = name
    while step is not None and step not in way:
        way.append(step)
        step = sources[step].via if step in sources else None
    return tuple(way)
