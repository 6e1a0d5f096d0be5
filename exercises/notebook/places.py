"""Which face stands at a place of the prose, for a host that draws a notebook as a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.exchange.face import Face
from exercises.notebook.cells import Cell, ChartPlace, ExercisePlace, FormPlace, OpenPlace, ReportPlace
from exercises.visit import Visit


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at one place: the method of the visit that gives the face, and what it is called with."""

    method: str
    given: tuple[Any, ...] = ()

    def face(self, visit: Visit) -> Face:
        """Give the face for this place."""
        face: Face = getattr(visit, self.method)(*self.given)
        return face


def place_of(cell: Cell) -> Place | None:
    """Say which face stands at a place of the prose; None if there is none."""
    match cell:
        case ExercisePlace(id=name):
            return Place("exercise", (name,))
        case OpenPlace(id=name):
            return Place("open_seal", (name,))
        case FormPlace(place=place):
            return Place("form", (place,))
        case ChartPlace(name=name, after=after):
            return Place("figure", (name, after or None))
        case ReportPlace():
            return Place("report")
    return None
