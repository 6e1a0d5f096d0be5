"""Prints what the course costs, as ratios taken in one run; also written to bench.json. Names choose some of it."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "browser"), str(HERE.parent)]

from answering import measure_answering
from finding import measure_finding
from loading import measure_chaos, measure_flood, measure_loading
from memory import measure_memory
from opening import measure_opening
from painting import measure_painting
from replying import measure_replying
from slow_line import measure_slow_line
from voila_load import measure_voila

MEASURES: dict[str, Callable[[], dict[str, object]]] = {
    "memory": measure_memory,
    "painting": measure_painting,
    "finding": measure_finding,
    "answering": measure_answering,
    "replying": measure_replying,
    "opening": measure_opening,
    "voila": lambda: measure_voila(PUPILS),
    "loading": measure_loading,
    "flood": measure_flood,
    "chaos": measure_chaos,
    "slow_line": measure_slow_line,
}
PUPILS = 30
AGAINST = ("usable p95, s", "CPU a student, s", "memory a student, MB")


def main() -> None:
    figures: dict[str, object] = {"python": platform.python_version()}
    for name in sys.argv[1:] or MEASURES:
        figures |= MEASURES[name]()
    figures |= room_against_voila(figures)
    Path("bench.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    width = max(len(name) for name in figures)
    for name, value in figures.items():
        print(f"{name:<{width}}  {value:.2f}" if isinstance(value, float) else f"{name:<{width}}  {value}")


def room_against_voila(figures: dict[str, object]) -> dict[str, object]:
    """Give how many times as much Voila takes, where both were measured."""
    pairs = {
        what: (f"voila, {PUPILS} at once: {what}", f"room, {PUPILS} within 0 s, only opening: {what}")
        for what in AGAINST
    }
    return {
        f"voila / room, {PUPILS} at once: {what}": float(str(figures[one])) / float(str(figures[other]))
        for what, (one, other) in pairs.items()
        if one in figures and other in figures
    }


main()
