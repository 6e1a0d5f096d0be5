"""Draws one chart in a process of its own: ``python -m exercises.charts FOLDER NAME LANGUAGE`` prints it as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from exercises.charts import draw_chart
from exercises.lesson.load import load_lesson
from exercises.words import speaking


def main() -> None:
    """Load the lesson, draw, and print the chart on the last line."""
    folder, name, code = sys.argv[1:]
    lesson = load_lesson(Path(folder))
    with speaking(code):
        chart = draw_chart(name, lesson)
    print(json.dumps(chart.plain()))  # noqa: T201 - this is the answer


main()
