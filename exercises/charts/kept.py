"""Charts stay in the user's cache folder once they are drawn: each is drawn once an edition of its lesson."""

from __future__ import annotations

import hashlib
import json
import os
import re
from contextlib import suppress
from pathlib import Path

import platformdirs

from exercises.charts.chart import Chart
from exercises.charts.elsewhere import draw_elsewhere
from exercises.files.writing import write_text
from exercises.lesson.load import Lesson
from exercises.words import language, words

MOST = 200  # charts that are kept; the oldest go first
LARGEST = 2_000_000  # characters of a file that can be one of ours
HERE = Path(__file__).parent
_NAME = re.compile("[0-9a-f]{32}")


def cache_folder() -> Path:
    """Name the folder: ``WHOSAYS_CACHE`` if it is set, else the place for the cache of this user."""
    chosen = os.environ.get("WHOSAYS_CACHE", "").strip()
    if chosen:
        with suppress(RuntimeError):  # the home of nobody: then it is the name of a folder here
            return Path(chosen).expanduser()
        return Path(chosen)
    return Path(platformdirs.user_cache_dir("whosays", appauthor=False)) / "charts"


def chart_of(name: str, lesson: Lesson) -> Chart:
    """Give a chart as it was kept, or draw it in another process and keep it.

    Parameters
    ----------
    name : str
        Name of the chart.
    lesson : Lesson
        The lesson it shows.

    Raises
    ------
    DrawingTrouble
        If it has to be drawn and cannot be. A cache that cannot be read or written is no trouble: then it is drawn.
    """
    file = cache_folder() / f"{_edition(name, lesson)}.json"
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        if file.stat().st_size <= LARGEST:
            return Chart.from_plain(json.loads(file.read_text(encoding="utf-8")))
    chart = draw_elsewhere(name, lesson)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_text(file, json.dumps(chart.plain()))
        _clear(file.parent)
    return chart


def _edition(name: str, lesson: Lesson) -> str:
    """Fingerprint the lesson's files, the code that draws, the words, and the name."""
    whole = hashlib.sha256(json.dumps([name, language(), words("charts")], sort_keys=True).encode())
    files = [*HERE.glob("*.py"), *lesson.folder.glob("*.yaml"), *lesson.folder.glob("*.txt")]
    for file in sorted(files):
        with suppress(OSError):
            whole.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:32]


def _clear(folder: Path) -> None:
    # Whoever named the folder may keep other files in it.
    ours = (file for file in folder.glob("*.json") if _NAME.fullmatch(file.stem))
    kept = sorted(ours, key=lambda file: file.stat().st_mtime)
    for file in kept[:-MOST]:
        file.unlink(missing_ok=True)
