"""Everything on the picture of a map in its place, and the painting of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from exercises.charts.figure import BLUE, GREY
from exercises.charts.labels import GAP, Box, Name, Spot, arranged, width
from exercises.charts.sheet import AREA, TALL, WIDE, Sheet, to_edge
from exercises.lesson.earth import Place, bearing
from exercises.lesson.models.map import MapFile, MapPlace, Water

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZE, SMALL, HIGH = 11.0, 9.5, 1.35
"""Sizes of letters in points, and the height of a line as a part of that."""
WIDEST = 380.0
"""Points that a name may be wide."""
NARROW = 14
"""Letters of a line that tells how far away a place is."""
ARROW = 26.0
"""Length of an arrow at the edge."""
MARKS = {"village": ("o", 26, "white"), "settlement": ("o", 34, "white"), "town": ("o", 52, "black")} | {
    "city": ("s", 52, "black")
}
"""Form, size and filling of the point of each kind of place."""
NORTH = Box(WIDE - 34, TALL - 56, WIDE - 8, TALL - 8)
"""Where the arrow to the north stands."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the picture: its lines, the size and style of its letters, the spot it belongs to, and its box."""

    lines: tuple[str, ...]
    size: float
    style: str
    spot: Spot
    box: Box

    def leader(self) -> tuple[Spot, Spot] | None:
        """Give the line from the spot to the words, where they do not stand beside it."""
        end = (
            min(max(self.spot[0], self.box.left), self.box.right),
            min(max(self.spot[1], self.box.bottom), self.box.top),
        )
        far = max(abs(end[0] - self.spot[0]), abs(end[1] - self.spot[1])) > GAP + 4
        return (self.spot, end) if far else None


@dataclass(frozen=True, slots=True)
class Land:
    """All that is painted, each in its place.

    Attributes
    ----------
    labels : tuple of Label
        Names of places and rivers.
    points : tuple
        Spot and kind of each place.
    rivers : tuple of tuple
        The line of each river.
    arrows : tuple
        Start and tip of each arrow to a place outside.
    bar : float
        Length of the scale bar in points.
    scale : Label
        What stands above it.
    """

    labels: tuple[Label, ...]
    points: tuple[tuple[Spot, str], ...]
    rivers: tuple[tuple[Spot, ...], ...]
    arrows: tuple[tuple[Spot, Spot], ...]
    bar: float
    scale: Label


def sheet_of(file: MapFile) -> Sheet:
    """Give the sheet on which the places of a map lie that are not far."""
    main = next(place for place in file.places if place.name == file.main)
    return Sheet.around(_at(main), [_at(place) for place in file.places if not place.far])


def composed(file: MapFile, far: Callable[[MapPlace], str], scale: Callable[[int], str]) -> Land:
    """Give everything its place, so that no name runs over another one or over the edge.

    Parameters
    ----------
    file : MapFile
        A map that was checked.
    far : callable
        Tells how far away a place is to which an arrow points.
    scale : callable
        Tells the kilometres of the scale bar.
    """
    main = next(place for place in file.places if place.name == file.main)
    near = [place for place in file.places if not place.far]
    sheet = sheet_of(file)
    arrows = [_arrow(sheet.spot(_at(main)), bearing(_at(main), _at(place))) for place in file.places if place.far]
    wanted = [_near_name(place, main, sheet) for place in near]
    outside = (place for place in file.places if place.far)
    wanted += [_far_name(place.name, far(place), arrow[0]) for place, arrow in zip(outside, arrows, strict=True)]
    wanted += [name for water in file.waters if (name := _river_name(water, sheet, near))]
    bar = _scale(sheet, scale)
    taken = [NORTH, bar.box, *(_box_of(arrow) for arrow in arrows)]
    wet = [spot for water in file.waters for spot in sheet.seen(water.line)]
    boxes = arranged([_asked(label, side) for label, side in wanted], AREA, taken, wet)
    return Land(
        labels=tuple(
            Label(one.lines, one.size, one.style, one.spot, box) for (one, _), box in zip(wanted, boxes, strict=True)
        ),
        points=tuple((sheet.spot(_at(place)), place.kind) for place in near),
        rivers=tuple(tuple(sheet.spot(point) for point in water.line) for water in file.waters),
        arrows=tuple(arrows),
        bar=sheet.bar() * sheet.scale,
        scale=bar,
    )


def _at(place: MapPlace) -> Place:
    return place.latitude, place.longitude


def _sized(lines: tuple[str, ...], size: float, style: str, spot: Spot) -> Label:
    """Make a label that has its size, and no place yet; the longest names are written smaller."""
    wide = max(width(line, size, bold=style == "bold") for line in lines)
    part = min(1.0, WIDEST / wide)
    return Label(lines, part * size, style, spot, Box(0, 0, part * wide, part * HIGH * size * len(lines)))


def _asked(label: Label, side: str) -> Name:
    return Name(label.spot, label.box.right, label.box.top, side)


def _near_name(place: MapPlace, main: MapPlace, sheet: Sheet) -> tuple[Label, str]:
    style = "bold" if place is main else "normal"
    return _sized((place.name,), SIZE, style, sheet.spot(_at(place))), place.label


def _far_name(name: str, far: str, start: Spot) -> tuple[Label, str]:
    """Name a place outside beside its arrow, on the side where there is more room."""
    return _sized((name, *wrap(far, NARROW)), SMALL, "normal", start), "right" if start[0] < WIDE / 2 else "left"


def _river_name(water: Water, sheet: Sheet, near: Sequence[MapPlace]) -> tuple[Label, str] | None:
    """Name a river where it is farthest from the places; one that is not in sight is not named."""
    spots = [spot for spot in sheet.seen(water.line) if 24 < spot[0] < WIDE - 24 and 24 < spot[1] < TALL - 24]
    if not spots:
        return None
    towns = [sheet.spot(_at(place)) for place in near]
    spot = max(spots, key=lambda one: min((one[0] - town[0]) ** 2 + (one[1] - town[1]) ** 2 for town in towns))
    return _sized((water.name,), SIZE, "italic", spot), "right"


def _scale(sheet: Sheet, told: Callable[[int], str]) -> Label:
    label = _sized((told(sheet.bar()),), SMALL, "normal", (16.0, 16.0))
    wide, high = max(label.box.right, sheet.bar() * sheet.scale), label.box.top
    return Label(label.lines, SMALL, "normal", label.spot, Box(12, 10, 20 + wide, 20 + high))


def _arrow(start: Spot, angle: float) -> tuple[Spot, Spot]:
    """Give the arrow at the edge that points from a spot in a direction."""
    tip = to_edge(start, angle)
    long = max(((tip[0] - start[0]) ** 2 + (tip[1] - start[1]) ** 2) ** 0.5, 1e-6)
    back = min(1.0, ARROW / long)
    return (tip[0] + back * (start[0] - tip[0]), tip[1] + back * (start[1] - tip[1])), tip


def _box_of(arrow: tuple[Spot, Spot]) -> Box:
    (one, up), (other, down) = arrow
    return Box(min(one, other) - 3, min(up, down) - 3, max(one, other) + 3, max(up, down) + 3)


def paint(axes: Axes, land: Land, north: str) -> None:
    """Paint a land: black and blue on white, told apart in grey by form as well."""
    axes.set_xlim(0, WIDE)
    axes.set_ylim(0, TALL)
    axes.axis("off")
    axes.plot([1, WIDE - 1, WIDE - 1, 1, 1], [1, 1, TALL - 1, TALL - 1, 1], color=GREY, linewidth=0.8)
    for river in land.rivers:
        axes.plot(*zip(*river, strict=True), color=BLUE, linewidth=3, solid_joinstyle="round", zorder=1)
    for label in land.labels:
        if leader := label.leader():
            axes.plot(*zip(*leader, strict=True), color=GREY, linewidth=0.7, zorder=2)
    for (x, y), kind in land.points:
        form, size, face = MARKS[kind]
        axes.scatter(x, y, s=size, marker=form, color=face, edgecolors="black", linewidths=1.4, zorder=4)
    for start, tip in (*land.arrows, ((NORTH.left + 13, NORTH.bottom), (NORTH.left + 13, NORTH.top - 14))):
        look = {"arrowstyle": "-|>", "color": "black", "linewidth": 1.3, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", tip, start, arrowprops=look, zorder=4)
    _write(axes, (NORTH.left + 13, NORTH.top - 6), north, SMALL, "bold", "center")
    axes.plot([16, 16 + land.bar], [14, 14], color="black", linewidth=2.5, solid_capstyle="butt", zorder=3)
    _write(axes, (16, 26), land.scale.lines[0], SMALL, "normal", "left")
    for label in land.labels:
        for number, line in enumerate(label.lines):
            height = label.box.top - (number + 0.5) * HIGH * label.size
            _write(axes, (label.box.left, height), line, label.size, label.style, "left")


def _write(axes: Axes, spot: Spot, text: str, size: float, style: str, side: str) -> None:
    axes.text(
        *spot,
        text,
        fontsize=size,
        family="DejaVu Sans",
        weight="bold" if style == "bold" else "normal",
        style="italic" if style == "italic" else "normal",
        ha=side,
        va="center",
        # What stands between two dollar signs would be drawn as a formula.
        parse_math=False,
        zorder=5,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
    )
