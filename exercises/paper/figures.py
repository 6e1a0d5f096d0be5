"""Charts and figures on paper: their numbers for the teacher, and for students the texts that the sheet asks about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from exercises.charts import CHARTS, chart_names, draw_chart
from exercises.figures.live import LIVE, chart_in_words
from exercises.figures.machine import machine_draft
from exercises.figures.own import NAME
from exercises.figures.peeling import peel_by_owner
from exercises.lesson.load import Lesson
from exercises.notebook.prose import ChartPlace
from exercises.paper.pages import fill
from exercises.words import plain_date, words

ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
MOST_ROWS = 8
"""A longer table says less on paper than the sentence that tells what the picture shows."""
Pieces = list[dict[str, str]]


def figure_on_sheet(place: ChartPlace, lesson: Lesson) -> Markup:
    """Write the place of a figure on the worksheet, with the texts that a screen would show before any answer."""
    return _filled(place, teacher=False, texts=_texts(place, lesson))


def figure_in_guide(place: ChartPlace, lesson: Lesson) -> Markup:
    """Write the place of a figure in the guide, with its numbers, so that a class without a screen has them too."""
    if place.name in chart_names(lesson):
        chart = draw_chart(place.name, lesson)
        if len(chart.rows) > MOST_ROWS:
            return _filled(place, teacher=True, told=chart.alt)
        return _filled(place, teacher=True, rows=(chart.heads, *chart.rows))
    if place.name == "peel-by-owner":
        return _filled(place, teacher=True, rows=tuple(_owners(text) for text in peel_by_owner(lesson)["texts"]))
    return _filled(place, teacher=True, texts=_texts(place, lesson))


def _filled(
    place: ChartPlace,
    *,
    teacher: bool,
    texts: Sequence[tuple[str, Pieces]] = (),
    rows: Sequence[tuple[str, ...]] = (),
    told: str = "",
) -> Markup:
    label = words("charts")["peel"]["fair"] if texts and place.name == "peel-by-owner" else ""
    told, rows = _dated(told), tuple(tuple(_dated(cell) for cell in row) for row in rows)
    shown = {"label": label, "texts": texts, "rows": rows, "told": told}
    about = {"form": _form(place.name, teacher=teacher), "name": chart_in_words(place.name), "caption": place.caption}
    return fill("chart.html", **about, **shown)


def _form(name: str, *, teacher: bool) -> str:
    """Say which sentence names a figure: by who reads it, and by what of it is on paper."""
    if teacher:
        return "chart_on_screen"
    if name == NAME:
        return "chart_own"
    if name in LIVE:
        return "chart_live"
    return "chart" if name in CHARTS else "chart_kept"


def _dated(text: str) -> str:
    """Write days as everywhere else on paper, not as a picture's axis has them."""
    return ISO_DAY.sub(lambda day: plain_date(day[0]), text)


def _texts(place: ChartPlace, lesson: Lesson) -> list[tuple[str, Pieces]]:
    return TEXTS[place.name](lesson) if place.name in TEXTS else []


def _owners(text: dict[str, Any]) -> tuple[str, str]:
    """Say how many words of a text each owner has."""
    counted = ", ".join(f"{owner['name']} {owner['words']}" for owner in text["owners"])
    return str(words("paper")["of_words"]).format(name=text["name"], words=text["words"]), counted


def _fair(lesson: Lesson) -> list[tuple[str, Pieces]]:
    """Give the sentences of the texts beside the article."""
    return [
        (str(one["number"]), [{"text": "".join(piece["text"] for piece in one["pieces"]), "sign": ""}])
        for text in peel_by_owner(lesson)["texts"][1:]
        for one in text["sentences"]
    ]


def _flagged(lesson: Lesson) -> list[tuple[str, Pieces]]:
    """Give the sentences of the draft, each flag with its number."""
    return [
        (str(one["number"]), [{"text": piece["text"], "sign": str(piece["flag"] or "")} for piece in one["pieces"]])
        for one in machine_draft(lesson)["sentences"]
    ]


TEXTS: dict[str, Callable[[Lesson], list[tuple[str, Pieces]]]] = {
    "peel-by-owner": _fair,
    "machine-draft": _flagged,
}
