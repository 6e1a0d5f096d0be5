"""Charts of a student's own marks, made at once: what they marked is kept in no cache, and no answer waits for them.

They are drawn as SVG by a template and not by matplotlib: no process has to be begun for a few bars and dots.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from exercises.charts.chart import Chart
from exercises.kinds import KINDS
from exercises.kinds.base import Earlier, Item
from exercises.kinds.charted import Charted
from exercises.page.templates import templates
from exercises.texts.visible import all_visible
from exercises.words import words

if TYPE_CHECKING:
    from jinja2 import Environment

LEFT, WIDE, ROW, TOP = 190, 430, 34, 44
LONGEST_NAME = 24  # letters of the name of a row
TALL = 120  # height of the highest bar of a strip
Stored = Mapping[str, Any]


def own_chart(item: Item, answer: Stored, before: tuple[Item, Stored] | None) -> Chart | None:
    """Draw what a student marked.

    Parameters
    ----------
    item : Item
        The exercise.
    answer : mapping
        The stored answer to it, whatever it holds.
    before : tuple, optional
        The earlier exercise that it takes up, with its stored answer.

    Returns
    -------
    Chart or None
        None if nothing is marked, or the exercise gives nothing to a chart.
    """
    charted = KINDS[item.kind].charted
    if charted is None:
        return None
    try:
        read = KINDS[item.kind].answer.model_validate(answer)
        earlier = _earlier(*before) if before else None
    except ValidationError:
        return None
    found = charted(item, read, earlier)
    return LOOKS[found.look](all_visible(found)) if found else None


def _earlier(item: Item, answer: Stored) -> Earlier:
    return Earlier(item, KINDS[item.kind].answer.model_validate(answer), committed=True)


def _chart(found: Charted, rows: Sequence[tuple[str, ...]], figures: Mapping[str, object], **drawn: Any) -> Chart:
    spoken = words("charts")["own"][found.look]
    picture = _environment().get_template(f"{found.look}.svg.j2").render(said=spoken, left=LEFT, top=TOP, **drawn)
    return Chart(
        title=spoken["title"],
        caption=spoken["caption"],
        alt=spoken["alt"].format(**figures),
        heads=tuple(spoken["heads"]),
        rows=tuple(rows),
        svg=picture.encode(),
    )


def _columns(found: Charted) -> dict[int, float]:
    """Give the middle of the column of each sentence."""
    step = WIDE / len(found.numbers)
    return {number: round(LEFT + (place + 0.5) * step, 1) for place, number in enumerate(found.numbers)}


def _map(found: Charted) -> Chart:
    columns, last = _columns(found), len(found.rows) - 1
    used = [row for row in range(len(found.rows)) if any(spot.row == row for spot in found.spots)]
    lines = {row: TOP + ROW * place for place, row in enumerate(used)}
    dots = [
        {"x": columns[spot.sentence], "y": lines[spot.row], "own": spot.row == last}
        for spot in found.spots
        if spot.sentence in columns
    ]
    names = [{"name": _short(found.rows[row]), "y": y} for row, y in lines.items()]
    rows = [(f"S{spot.sentence}", found.rows[spot.row], *spot.told) for spot in found.spots]
    silent = sum(spot.row == last for spot in found.spots)
    figures = {"sentences": len(found.numbers), "all": len(found.spots) - silent, "silent": silent}
    counts = (f"{found.rows[row]}: {sum(spot.row == row for spot in found.spots)}" for row in used if row != last)
    bottom = TOP + ROW * len(used)
    told = figures | {"counts": ", ".join(counts) or "–"}
    return _chart(found, rows, told, columns=columns, names=names, dots=dots, bottom=bottom)


def _peel(found: Charted) -> Chart:
    share = round(100 * found.left / found.every) if found.every else 0
    figures = {"all": found.every, "left": found.left, "share": f"{share} %"}
    rows = [(str(found.every), str(found.left), f"{share} %")]
    taken = round(WIDE * (1 - found.left / found.every), 1) if found.every else 0
    return _chart(found, rows, figures, taken=taken, wide=WIDE, share=f"{share} %")


def _strip(found: Charted) -> Chart:
    columns = _columns(found)
    counts = {number: sum(spot.sentence == number for spot in found.spots) for number in found.numbers}
    unit, wide = TALL / max(1, *counts.values()), min(26.0, 0.7 * WIDE / len(counts))
    bars = [
        {"x": round(columns[number] - wide / 2, 1), "middle": columns[number], "tall": round(many * unit, 1)}
        | {"many": many}
        for number, many in counts.items()
        if many
    ]
    silent = ", ".join(f"S{number}" for number, many in counts.items() if not many) or "–"
    figures = {"sentences": len(counts), "all": len(found.spots), "silent": silent}
    rows = [(f"S{spot.sentence}", *spot.told) for spot in found.spots]
    return _chart(found, rows, figures, columns=columns, bars=bars, wide=round(wide, 1), bottom=TOP + TALL)


LOOKS: Mapping[str, Callable[[Charted], Chart]] = {"map": _map, "peel": _peel, "strip": _strip}


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


@cache
def _environment() -> Environment:
    return templates(Path(__file__).with_name("pictures"))
