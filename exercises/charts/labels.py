"""Finds room for names on a map: none runs over another one, over a point, or over the edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Spot = tuple[float, float]
GAP = 8.0
"""Points between the middle of a place and its name."""
STEP = 6
"""Points from one place that is tried to the next, where the four sides are taken."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Say whether the two cover a spot together."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def holds(self, spot: Spot) -> bool:
        """Say whether a spot lies in it."""
        return self.left <= spot[0] <= self.right and self.bottom <= spot[1] <= self.top

    def inside(self, other: Box) -> bool:
        """Say whether no part of it lies outside of the other one."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )


def around(spot: Spot, reach: float) -> Box:
    """Give the square around a spot."""
    return Box(spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants a place: its spot, width and height in points, and the side that is tried first."""

    spot: Spot
    wide: float
    high: float
    side: str

    def beside(self, side: str) -> Box:
        """Give the box on one side of the spot."""
        x, y = self.spot
        if side in ("left", "right"):
            left = x + GAP if side == "right" else x - GAP - self.wide
            return Box(left, y - self.high / 2, left + self.wide, y + self.high / 2)
        bottom = y + GAP if side == "above" else y - GAP - self.high
        return Box(x - self.wide / 2, bottom, x + self.wide / 2, bottom + self.high)

    def sides(self) -> list[Box]:
        """Give the boxes on its four sides, the wanted one first."""
        others = [side for side in ("right", "left", "below", "above") if side != self.side]
        return [self.beside(side) for side in (self.side, *others)]


def arranged(names: Sequence[Name], area: Box, taken: Sequence[Box], lines: Sequence[Spot]) -> list[Box]:
    """Give each name a box.

    Parameters
    ----------
    names : sequence of Name
        In the order in which they choose.
    area : Box
        All of them stand inside of it; each name alone fits.
    taken : sequence of Box
        What else stands there.
    lines : sequence of tuple of float
        Spots on a river: a name keeps off it where it can.

    Returns
    -------
    list of Box
        Beside its spot where that is free, else as near as can be. Only where points and rivers leave no room at all
        does a name cover one; it never covers another name.
    """
    found: list[Box] = []
    points = [around(name.spot, GAP - 2) for name in names]
    for place, name in enumerate(names):
        others = [*taken, *points[:place], *points[place + 1 :]]
        found.append(_chosen(name, area, found, others, lines))
    return found


def _chosen(name: Name, area: Box, names: Sequence[Box], others: Sequence[Box], lines: Sequence[Spot]) -> Box:
    """Choose the first box that is free, with fewer demands from round to round."""

    def free(box: Box) -> bool:
        return box.inside(area) and not any(box.meets(one) for one in names)

    def clear(box: Box) -> bool:
        return free(box) and not any(box.meets(one) for one in others)

    def dry(box: Box) -> bool:
        return clear(box) and not any(box.holds(spot) for spot in lines)

    rounds: tuple[tuple[Callable[[Box], bool], Callable[[], Iterator[Box]]], ...] = (
        (dry, lambda: iter(name.sides())),
        (clear, lambda: iter(name.sides())),
        (dry, lambda: _everywhere(name, area)),
        (clear, lambda: _everywhere(name, area)),
        (free, lambda: _everywhere(name, area)),
    )
    for fits, boxes in rounds:
        for box in boxes():
            if fits(box):
                return box
    return name.beside(name.side)


def _everywhere(name: Name, area: Box) -> Iterator[Box]:
    """Give boxes all over the area, the nearest to the spot first."""
    across = range(int(area.left) + 1, int(area.right - name.wide), STEP)
    up = range(int(area.bottom) + 1, int(area.top - name.high), STEP)
    boxes = [Box(x, y, x + name.wide, y + name.high) for x in across for y in up]
    yield from sorted(boxes, key=lambda box: _away(name.spot, box))


def _away(spot: Spot, box: Box) -> float:
    """Give the distance of a spot from the edge of a box, squared."""
    across = max(box.left - spot[0], 0, spot[0] - box.right)
    up = max(box.bottom - spot[1], 0, spot[1] - box.top)
    return across**2 + up**2


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a text in points, in the font that pictures name; another one may be a little wider."""
    from matplotlib.font_manager import FontProperties, findfont, get_font
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    letters = get_font(findfont(font)).get_charmap()
    known = "".join(letter for letter in text if ord(letter) in letters)
    measured, _, _ = text_to_path.get_text_width_height_descent(known, font, ismath=False)
    # A letter that our font has not comes from another one, where it is as wide as high at most.
    return 1.06 * (float(measured) + size * (len(text) - len(known)))
