"""Distances and directions between two places on the earth."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, floor, inf, radians, sin, sqrt

RADIUS = 6371.0088
"""Mean radius of the earth in kilometres (Moritz 2000, “Geodetic Reference System 1980”)."""
DIRECTIONS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
"""Names of the eight directions, clockwise."""
Place = tuple[float, float]
"""Latitude and longitude in degrees."""


def kilometres(one: Place, other: Place) -> float:
    """Give the distance of two places along the surface, in a straight line.

    By the haversine formula, which stays exact where two places lie close together (Sinnott 1984, “Virtues of the
    Haversine”, Sky and Telescope 68(2), 159). The earth is taken for a sphere, so it errs by half a per cent at most.

    Parameters
    ----------
    one, other : tuple of float
        Latitude and longitude in degrees.
    """
    south, west, north, east = (radians(angle) for angle in (*one, *other))
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    # Rounding may carry the sum a little over one where two places lie on opposite sides of the earth.
    return 2 * RADIUS * asin(sqrt(min(1.0, half)))


def bearing(start: Place, to: Place) -> float:
    """Give the direction in which one leaves for a place, in degrees clockwise from north."""
    south, west, north, east = (radians(angle) for angle in (*start, *to))
    across = sin(east - west) * cos(north)
    along = cos(south) * sin(north) - sin(south) * cos(north) * cos(east - west)
    return degrees(atan2(across, along)) % 360


def direction(start: Place, to: Place) -> str:
    """Name the one of the eight directions that is nearest."""
    return DIRECTIONS[round(bearing(start, to) / 45) % 8]


def on_plane(centre: Place, place: Place) -> tuple[float, float]:
    """Give how far east and how far north of a centre a place lies, in kilometres.

    On a plane that touches the earth at the centre, good for a few hundred kilometres around it.
    """
    east = (place[1] - centre[1] + 180) % 360 - 180
    return RADIUS * radians(east) * cos(radians(centre[0])), RADIUS * radians(place[0] - centre[0])


def rounded(distance: float) -> int:
    """Round kilometres to whole ones up to 10, as one measures them on a map, to fives up to 20, then to tens.

    What is nearer than half of five is 0: sources put the middle of a town up to 3 km apart.
    """
    step = next(step for step, nearer in ((5, 2.5), (1, 10), (5, 20), (10, inf)) if distance < nearer)
    return step * floor(distance / step + 0.5)
