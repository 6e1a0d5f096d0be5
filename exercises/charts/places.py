"""The map of a lesson: places and rivers by their coordinates, without sides and without a front line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import atan2, degrees, dist

from exercises.charts.chart import Chart
from exercises.charts.figure import draw
from exercises.charts.labels import Spot
from exercises.charts.land import composed, paint, sheet_of
from exercises.charts.sheet import TALL, WIDE
from exercises.lesson.earth import DIRECTIONS, direction, kilometres, rounded
from exercises.lesson.load import Lesson
from exercises.lesson.models.map import MapFile, MapPlace, Water
from exercises.words import plain_date, plain_number, words


def places_map(lesson: Lesson) -> Chart:
    """Draw the map of a lesson that has one, and tell the same in a table of distances and directions."""
    told, file = words("charts")["places-map"], lesson.map
    rows = [
        (place.name, _in_article(place.name, lesson), told["kinds"][place.kind], _where(place, file))
        for place in file.places
    ]
    rows += [(water.name, "–", told["kinds"]["water"], way) for water in file.waters if (way := _course(water, file))]
    rows += [
        (one.name, _in_article(one.name, lesson), "–", told["unplaced"].format(why=one.why)) for one in file.unplaced
    ]
    land = composed(file, lambda place: _away(place, file), lambda km: told["scale"].format(km=plain_number(km)))
    return Chart(
        title=told["title"],
        caption=" ".join(_caption(file)),
        alt=" ".join([told["alt"], *(f"{row[0]}: {row[3]}." for row in rows)]),
        heads=tuple(told["heads"]),
        rows=tuple(rows),
        svg=draw((WIDE / 72, TALL / 72), lambda axes: paint(axes, land, told["north"])),
    )


def _in_article(name: str, lesson: Lesson) -> str:
    """Give the form in which the article names a place; a dash where it does not."""
    forms = (place.in_article for place in lesson.background.places if name in place.forms)
    alone = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    whole = (name for sentence in lesson.article.sentences if alone.search(sentence.text))
    return next((form for form in forms if form), next(whole, "–"))


def _away(place: MapPlace, file: MapFile) -> str:
    """Say how far a place is from the main one, and in which direction."""
    told, main = words("charts")["places-map"], next(one for one in file.places if one.name == file.main)
    start, to = (main.latitude, main.longitude), (place.latitude, place.longitude)
    far = rounded(kilometres(start, to))
    way = told["directions"][direction(start, to)]
    return str(told["away"] if far else told["close"]).format(km=plain_number(far), direction=way)


def _where(place: MapPlace, file: MapFile) -> str:
    """Say where a place lies, as one reads it who does not see the picture."""
    told = words("charts")["places-map"]
    where = told["main"] if place.name == file.main else told["from"]
    return "; ".join(filter(None, [where.format(away=_away(place, file), main=file.main), place.more]))


def _course(water: Water, file: MapFile) -> str:
    """Say from where to where a line runs, and on which side of the main place; empty if it is not in sight."""
    sheet, main = sheet_of(file), next(one for one in file.places if one.name == file.main)
    middle, seen = sheet.spot((main.latitude, main.longitude)), sheet.seen(water.line)
    if not seen:
        return ""
    names = words("charts")["places-map"]["directions"]
    to = _way(seen[0], seen[-1])
    nearest = min(seen, key=lambda spot: dist(spot, middle))
    ends = {"start": names[DIRECTIONS[to - 4]], "end": names[DIRECTIONS[to]]}
    told = words("charts")["places-map"]
    # A river through a town lies on no side of it, as a town is more than a point.
    past = "aside" if rounded(dist(middle, nearest) / sheet.scale) else "by"
    side = names[DIRECTIONS[_way(middle, nearest)]]
    return str(told["course"]).format(past=told[past].format(side=side, main=file.main), **ends)


def _way(start: Spot, to: Spot) -> int:
    """Give the number of the direction from one spot of the picture to another."""
    return round(degrees(atan2(to[0] - start[0], to[1] - start[1])) / 45) % 8


def _caption(file: MapFile) -> Iterator[str]:
    """Say what the map shows and does not, how exact it is, and where its coordinates are from."""
    told = words("charts")["places-map"]
    yield file.note
    yield told["drawn"].format(day=plain_date(max(source.read for source in file.sources)))
    seen = (water for water in file.waters if _course(water, file))
    yield from (told["simplified"].format(name=water.name) for water in seen if water.simplified)
    names = dict.fromkeys(source.name for source in file.sources)
    yield told["sources"].format(sources="; ".join(names))
