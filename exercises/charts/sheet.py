"""The sheet of a map: where on the picture each coordinate lies, which part of a line is in sight, and its scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, floor, hypot, log10, radians, sin

from exercises.charts.labels import Box, Spot
from exercises.lesson.earth import Place, on_plane

WIDE, TALL = 468.0, 396.0
"""Size of the picture in points."""
AREA = Box(4, 4, WIDE - 4, TALL - 4)
MARGIN = 0.27
"""Part of the width and of the height that stays free on each side of the places."""
LEAST = 3.0
"""Kilometres that the places are taken to span at least, so that one town alone has land around it."""
EVERY = 4.0
"""Points between two spots of a line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where coordinates lie on the picture.

    Attributes
    ----------
    centre : tuple of float
        Latitude and longitude of what the plane touches.
    middle : tuple of float
        What lies in the middle of the picture, in kilometres from the centre.
    scale : float
        Points a kilometre.
    """

    centre: Place
    middle: Spot
    scale: float

    @classmethod
    def around(cls, centre: Place, places: Sequence[Place]) -> Sheet:
        """Make the sheet on which all places have room around them."""
        spots = [on_plane(centre, place) for place in places]
        (west, east), (south, north) = ((min(one), max(one)) for one in zip(*spots, strict=True))
        across, up = max(east - west, LEAST), max(north - south, LEAST)
        scale = (1 - 2 * MARGIN) * min(WIDE / across, TALL / up)
        return cls(centre, ((west + east) / 2, (south + north) / 2), scale)

    def spot(self, place: Place) -> Spot:
        """Give the spot of a place."""
        east, north = on_plane(self.centre, place)
        return WIDE / 2 + self.scale * (east - self.middle[0]), TALL / 2 + self.scale * (north - self.middle[1])

    def seen(self, line: Sequence[Place]) -> list[Spot]:
        """Give spots along a line, close together, as far as they lie on the picture."""
        spots = [self.spot(place) for place in line]
        return [one for pair in pairwise(spots) for one in _between(*pair) if AREA.holds(one)]

    def bar(self) -> int:
        """Give the kilometres of the scale bar: one, two or five, or such a number of tens."""
        most = WIDE / 4 / self.scale  # at least one, as the places span some kilometres
        ten = 10 ** floor(log10(most))
        return int(max(step * ten for step in (1, 2, 5) if step * ten <= most))


def to_edge(start: Spot, angle: float) -> Spot:
    """Give the spot at which one who leaves in a direction, in degrees from north, comes to the edge of the picture."""
    across, up = sin(radians(angle)), cos(radians(angle))
    ways = [((AREA.right if across > 0 else AREA.left) - start[0]) / across] if abs(across) > 1e-9 else []
    ways += [((AREA.top if up > 0 else AREA.bottom) - start[1]) / up] if abs(up) > 1e-9 else []
    return start[0] + min(ways) * across, start[1] + min(ways) * up


def _between(one: Spot, other: Spot) -> Iterator[Spot]:
    """Give spots on the way from one to another, of a long one only those that may be in sight."""
    first, last = _in_sight(one, other)
    steps = max(1, ceil((last - first) * hypot(other[0] - one[0], other[1] - one[1]) / EVERY))
    for step in range(steps + 1):
        part = first + (last - first) * step / steps
        yield one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def _in_sight(one: Spot, other: Spot) -> tuple[float, float]:
    """Give which part of a straight way lies in the picture (Liang and Barsky 1984); if none does, a single spot."""
    first, last = 0.0, 1.0
    sides = ((AREA.left, AREA.right), (AREA.bottom, AREA.top))
    for start, end, (low, high) in zip(one, other, sides, strict=True):
        long = end - start
        if abs(long) < 1e-9:
            if not low <= start <= high:
                return 0.0, 0.0
            continue
        near, far = sorted(((low - start) / long, (high - start) / long))
        first, last = max(first, near), min(last, far)
    return (first, last) if first <= last else (0.0, 0.0)
