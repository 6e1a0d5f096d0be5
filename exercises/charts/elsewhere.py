"""Works in a short-lived process, so that no kernel carries the 43 MB of matplotlib or the 28 MB of NLTK."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from exercises.charts.chart import Chart
from exercises.lesson.load import Lesson
from exercises.words import language, words
from exercises.words.fault import fault_words

HOME = Path(__file__).resolve().parents[2]
LONGEST = 60  # seconds; the first chart on a computer waits for matplotlib to list its fonts


class DrawingTrouble(RuntimeError):  # noqa: N818 - what went wrong, said to the student
    """A chart could not be drawn; the text is one sentence for the student."""


def draw_elsewhere(name: str, lesson: Lesson) -> Chart:
    """Draw one chart in another process and wait for it.

    Parameters
    ----------
    name : str
        Name of the chart.
    lesson : Lesson
        The lesson it shows.

    Returns
    -------
    Chart
        As `draw_chart` gives it.

    Raises
    ------
    DrawingTrouble
        If the process does not start, fails, takes too long or says something else.
    """
    try:
        told = ask_elsewhere("exercises.charts", str(lesson.folder.resolve()), name, language())
        return Chart.from_plain(told)
    except (KeyError, TypeError, ValueError) as error:
        raise _trouble(fault_words(error)) from None


def ask_elsewhere(module: str, *arguments: str, told: str = "") -> Any:
    """Run one of our modules in another process, and give what it says on its last line.

    Parameters
    ----------
    module : str
        Name of a module that can be run.
    *arguments : str
        What it is started with.
    told : str
        What it reads as its input, in UTF-8.

    Returns
    -------
    Any
        The plain data that it printed as JSON.

    Raises
    ------
    DrawingTrouble
        If the process does not start, fails, takes too long or prints no JSON.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own module, without a shell
            # -P: a student's file named like a module must not be taken for it.
            [sys.executable, "-P", "-m", module, *arguments],
            env=_environment(),
            input=told.encode(),
            capture_output=True,
            timeout=LONGEST,
            check=True,
            # On Windows a black window would flash up.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return json.loads(done.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        raise DrawingTrouble(words("charts")["slow"].format(seconds=LONGEST)) from None
    except subprocess.CalledProcessError as error:
        raise _trouble(_last_line(error.stderr)) from None
    except (OSError, IndexError, ValueError) as error:
        raise _trouble(fault_words(error)) from None


def _environment() -> dict[str, str]:
    """Give the child this very copy of the course, and matplotlib a back end that needs no screen."""
    path = os.pathsep.join(filter(None, [str(HOME), os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONPATH": path, "MPLBACKEND": "svg"}


def _last_line(output: bytes) -> str:
    return (output.decode("utf-8", "replace").strip().splitlines() or [""])[-1]


def _trouble(detail: str) -> DrawingTrouble:
    return DrawingTrouble(words("charts")["trouble"].format(detail=detail))
