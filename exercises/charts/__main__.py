"""Draws one chart in a process of its own: ``python -m exercises.charts FOLDER NAME`` prints it as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from exercises.charts import draw_chart
from exercises.lesson.load import load_lesson


def main() -> None:
    """Load the lesson, draw, and print the chart on the last line."""
    folder, name = sys.argv[1:]
    print(json.dumps(draw_chart(name, load_lesson(Path(folder))).plain()))  # noqa: T201 - this is the answer


main()
