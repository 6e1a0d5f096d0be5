"""Model of map.yaml: places and waters by their coordinates, for a map without sides and without a front line."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from exercises.lesson.models.base import Day, Entry, Line, Link, Name, refusal

MOST_PLACES = 12
"""More names do not fit beside each other on a sheet."""
MOST_POINTS = 400
LONGEST_NAME = 40
"""Letters of a name on the map."""
Side = Literal["right", "left", "above", "below"]
PlaceKind = Literal["village", "settlement", "town", "city"]


def _told(value: object) -> str:
    """Quote a refused value, or its beginning."""
    try:
        return " ".join(str(value).split())[:20]
    except ValueError:  # a number of so many digits that Python does not write it
        return "..."


def _degrees(most: int, name: str) -> BeforeValidator:
    """Demand a number of degrees; what is no number, infinite or too large is refused in one sentence."""

    def check(value: object) -> float:
        right = isinstance(value, int | float) and not isinstance(value, bool) and -most <= value <= most
        if not right or not isinstance(value, int | float):
            cure = f"Write degrees from -{most} to {most} with a point, such as 37.6167."
            raise refusal(f"“{_told(value)}” is no {name}", cure)
        return float(value)

    return BeforeValidator(check)


Latitude = Annotated[float, _degrees(90, "latitude")]
"""Degrees north of the equator; south of it they are below zero."""
Longitude = Annotated[float, _degrees(180, "longitude")]
"""Degrees east of Greenwich; west of it they are below zero."""
MapName = Annotated[Line, Field(max_length=LONGEST_NAME)]
"""A name as it stands on the map."""
Point = tuple[Latitude, Longitude]


def _whole_point(value: object) -> object:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise refusal(f"“{_told(value)}” is no point", "Write two numbers: [latitude, longitude].")
    return tuple(value)


class MapSource(Entry):
    """Where coordinates come from.

    Attributes
    ----------
    name : str
        What the page names below the map.
    address : str or None
        The page or file that was read; an invented lesson has none.
    read : str
        Day on which it was read.
    """

    id: Name
    name: Line
    address: Link | None = None
    read: Day


class MapPlace(Entry):
    """A place of the map.

    Attributes
    ----------
    name : str
        As the course writes it. The article names it, in this form or in one that background.yaml gives, or ``why``
        says what it is there for.
    latitude, longitude : float
        Degrees, north and east.
    label : str
        On which side of the point its name stands, if there is room.
    sources : tuple of str
        Ids of the sources of its coordinates.
    far : bool
        Whether it lies outside of the map: then an arrow at the edge points to it.
    more : str or None
        What a reader should know besides of where it lies, such as the bank of a river.
    why : str or None
        Why it is on the map, if the article does not name it.
    """

    name: MapName
    kind: PlaceKind
    latitude: Latitude
    longitude: Longitude
    label: Side = "right"
    sources: tuple[Name, ...] = Field(min_length=1)
    far: bool = False
    more: Line | None = None
    why: Line | None = None


class Water(Entry):
    """A river, or another water that is drawn as a line.

    Attributes
    ----------
    name : str
        As it stands beside the line.
    line : tuple of tuple of float
        Its points in order, each as latitude and longitude.
    simplified : bool
        Whether the line leaves bends out, which the page then says.
    sources : tuple of str
        Ids of the sources of the line.
    """

    name: MapName
    line: tuple[Annotated[Point, BeforeValidator(_whole_point)], ...] = Field(max_length=MOST_POINTS)
    simplified: bool = True
    sources: tuple[Name, ...] = Field(min_length=1)


class Unplaced(Entry):
    """A place that the article names and the map cannot show, with the reason."""

    name: MapName
    why: Line


class MapFile(Entry):
    """map.yaml: what the map of a lesson shows; a lesson without one has no map.

    Attributes
    ----------
    main : str
        Name of the place from which distances are told.
    note : str
        What is said below the map: what it shows, and what it does not.
    places : tuple of MapPlace
        The places, the most important first.
    """

    main: str = ""
    note: str = ""
    sources: tuple[MapSource, ...] = ()
    places: tuple[MapPlace, ...] = Field(default=(), max_length=MOST_PLACES)
    waters: tuple[Water, ...] = Field(default=(), max_length=4)
    unplaced: tuple[Unplaced, ...] = Field(default=(), max_length=MOST_PLACES)
