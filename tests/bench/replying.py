"""How soon a Check is answered, by itself and while a chart is being drawn."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from our_answers import full_answer
from whole_notebook import Ear

from exercises.answers.store import Store
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.visit import Visit

LESSON = Path(__file__).parents[2] / "lessons" / "kupyansk"
CHART = "attribution-map"


def measure_replying() -> dict[str, float]:
    """Check every fourth exercise, in turn by itself and beside a drawing; 95 of 100 replies were sooner."""
    lesson = load_lesson(LESSON)
    items = load_items(lesson)
    alone, beside = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number, item in enumerate([item for item in items.values() if not item.seal][::4]):
            alone.append(_check(Visit(lesson, items, Store(Path(folder, "alone"))), item, lesson))
            beside.append(_beside_a_drawing(folder, number, items, item, lesson))
    one, other = quantiles(alone, n=20)[-1], quantiles(beside, n=20)[-1]
    return {
        "a Check is answered (95 of 100), ms": one,
        "a Check is answered while a chart is drawn (95 of 100), ms": other,
        "the second is so many times the first": other / one,
    }


def _check(visit, item, lesson) -> float:
    place = visit.show(visit.exercise(item.id), lambda page, state: None)
    message = {"kind": "check", "tab": "tab-of-the-bench", "seq": 1, "answer": full_answer(item, lesson)}
    ear, begun = Ear(), perf_counter()
    place.receive({**message, "confidence": 3 if item.confidence else None}, ear)
    ear.wait()
    assert ear.heard[-1]["kind"] == "result", ear.heard
    return (perf_counter() - begun) * 1000


def _beside_a_drawing(folder, number, items, item, lesson) -> float:
    # An empty cache each time, so that the chart is drawn anew.
    os.environ["WHOSAYS_CACHE"] = str(Path(folder, f"charts-{number}"))
    visit, ear = Visit(lesson, items, Store(Path(folder, "beside"))), Ear()
    visit.show(visit.figure(CHART), lambda page, state: None).receive({"kind": "look"}, ear)
    took = _check(visit, item, lesson)
    assert [reply["kind"] for reply in ear.heard] in ([], ["drawing"]), "the drawing was there before the Check"
    ear.wait()
    return took
