"""Prints what the course costs, as ratios taken in one run; also written to bench.json."""

from __future__ import annotations

import json
import platform
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "browser"), str(HERE.parent)]

from answering import measure_answering
from finding import measure_finding
from loading import measure_chaos, measure_loading
from memory import measure_memory
from opening import measure_opening
from painting import measure_painting
from replying import measure_replying
from slow_line import measure_slow_line
from voila_load import measure_voila


def main() -> None:
    figures = {
        "python": platform.python_version(),
        **measure_memory(),
        **measure_painting(),
        **measure_finding(),
        **measure_answering(),
        **measure_replying(),
        **measure_opening(),
        **measure_voila(30),
        **measure_loading(),
        **measure_chaos(),
        **measure_slow_line(),
    }
    Path("bench.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    width = max(len(name) for name in figures)
    for name, value in figures.items():
        print(f"{name:<{width}}  {value:.2f}" if isinstance(value, float) else f"{name:<{width}}  {value}")


main()
