"""Checks of map.yaml: every place has a source and is named by the article, and can be drawn on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem, did_you_mean
from exercises.lesson.checks.entries import Entries, double_ids, unknown_names
from exercises.lesson.earth import kilometres
from exercises.lesson.models.background import BackgroundFile
from exercises.lesson.models.map import MapFile
from exercises.lesson.text import Text

FARTHEST = 300
"""Kilometres from the main place up to which a flat map is true enough."""
NEAREST = 0.05
"""Kilometres between two points that can be told apart."""


def map_problems(file: MapFile, lines: Lines, article: Text, background: BackgroundFile | None) -> Iterator[Problem]:
    """Find what a map leaves out or says twice, places that no text names, and what cannot be drawn.

    Parameters
    ----------
    file : MapFile
        What map.yaml holds; if that is nothing, there is nothing to find.
    lines : Lines
        Its lines.
    article : Text
        The article; without sentences if it cannot be read.
    background : BackgroundFile or None
        Where other spellings of the places stand; None if it cannot be read.
    """
    if file == MapFile():
        return
    yield from _head(file, lines)
    yield from double_ids([Entries(lines, ("sources",), tuple(source.id for source in file.sources))])
    yield from _names(file, lines)
    known = {source.id for source in file.sources}
    resting = [("places", number, place.sources) for number, place in enumerate(file.places)]
    resting += [("waters", number, water.sources) for number, water in enumerate(file.waters)]
    for part, number, sources in resting:
        yield from unknown_names(sources, known, "source", lines, (part, number, "sources"))
    if article.sentences and background is not None:
        yield from _unnamed(file, lines, article, background)
    yield from _undrawable(file, lines)


def _head(file: MapFile, lines: Lines) -> Iterator[Problem]:
    """Find a head that is not filled in."""
    if not file.places:
        yield lines.problem("The map has no places", "Write at least one under “places:”, or take the file away.")
        return
    if not file.note:
        yield lines.problem("“note” is missing", "Say below the map what it shows, and what it does not.")
    names = [place.name for place in file.places if not place.far]
    if file.main not in names:
        what = f"“{file.main}” is no place on the map" if file.main else "“main” is missing"
        cure = did_you_mean(file.main, names) if file.main else "Name the place from which distances are told."
        yield lines.problem(what, cure, "main")


def _names(file: MapFile, lines: Lines) -> Iterator[Problem]:
    """Find names that stand twice."""
    seen: set[str] = set()
    named = [("places", number, place.name) for number, place in enumerate(file.places)]
    named += [("waters", number, water.name) for number, water in enumerate(file.waters)]
    named += [("unplaced", number, place.name) for number, place in enumerate(file.unplaced)]
    for part, number, name in named:
        if name.casefold() in seen:
            yield lines.problem(f"“{name}” stands twice on the map", "Take one of the two out.", part, number, "name")
        seen.add(name.casefold())


def _unnamed(file: MapFile, lines: Lines, article: Text, background: BackgroundFile) -> Iterator[Problem]:
    """Find places that the article names in none of their forms, and that say not why they are there."""
    whole = " ".join(sentence.text for sentence in article.sentences)
    asked = [("places", number, place.name, place.why) for number, place in enumerate(file.places)]
    asked += [("unplaced", number, place.name, None) for number, place in enumerate(file.unplaced)]
    for part, number, name, why in asked:
        forms = {form for place in background.places if name in place.forms for form in place.forms} | {name}
        if why is None and not any(re.search(rf"(?<!\w){re.escape(form.strip())}(?!\w)", whole) for form in forms):
            what = f"The article does not name “{name}”"
            cure = "Take it out; or say in “why:” what a reader needs it for."
            if part == "unplaced":
                cure = "Take it out; or give the form that the article uses under “places:” in background.yaml."
            yield lines.problem(what, cure, part, number, "name")


def _undrawable(file: MapFile, lines: Lines) -> Iterator[Problem]:
    """Find lines without a way, and places that are too far for a flat map, or too near to be told apart."""
    for number, water in enumerate(file.waters):
        if len(set(water.line)) < 2:
            what, cure = f"The line of “{water.name}” has fewer than two points", "Give two points or more, in order."
            yield lines.problem(what, cure, "waters", number, "line")
    main = next((place for place in file.places if place.name == file.main and not place.far), None)
    if main is None:
        return
    drawn: list[tuple[str, tuple[float, float]]] = []
    for number, place in enumerate(file.places):
        here: Where = ("places", number, "latitude")
        point = (place.latitude, place.longitude)
        away = kilometres((main.latitude, main.longitude), point)
        if not place.far and away > FARTHEST:
            what = f"“{place.name}” lies {round(away)} km from “{main.name}”, and the map reaches {FARTHEST}"
            yield lines.problem(what, "Write “far: true”: an arrow then points to it. Or correct a number.", *here)
        for name, other in drawn:
            if kilometres(point, other) < NEAREST:
                what = f"“{place.name}” lies where “{name}” does"
                yield lines.problem(what, "Correct a number, or take one of the two out.", *here)
        drawn.append((place.name, point))
