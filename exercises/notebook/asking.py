"""Finds lines that ask who reads a language or whose family speaks it: that outs people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from exercises.files.problems import Problem
from exercises.lesson.folder import without_newer
from exercises.lesson.load import Lesson
from exercises.notebook.read import Read, exercise_read
from exercises.words import words
from exercises.words.phrases import one_of

CURE = "Ask nobody: give the words in a gloss."
NEAR = r"[^\w.?!]+(?:[\w’']+[^\w.?!]+){0,4}?"
"""A few words of the same sentence."""


def asking_problems(folder: Path, notebooks: Sequence[Read], lesson: Lesson) -> Iterator[Problem]:
    """Find such lines in every Markdown file of a lesson, the guide's too, and in its exercises.

    Parameters
    ----------
    folder : Path
        The lesson.
    notebooks : sequence of Read
        Its notebooks.
    lesson : Lesson
        The same lesson, read.
    """
    asks = _asks()
    for file in without_newer(folder.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        for match in asks.finditer(text):
            yield Problem(file, text.count("\n", 0, match.start()) + 1, _what(match), CURE)
    for notebook in notebooks:
        for item in notebook.items:
            for match in (found for text in exercise_read(item, lesson) for found in asks.finditer(text)):
                yield Problem(*notebook.of(item), _what(match), CURE)


def _asks() -> re.Pattern[str]:
    said, languages = words("rules"), words("desk")["languages"].values()
    language = one_of(languages)
    who, reading, asked, origin = (one_of(said[name]) for name in ("asking", "reading", "asked", "origins"))
    readers = rf"{who}{NEAR}{reading}{NEAR}{language}\b(?:\W+(?:\w+\W+){{0,3}}?{asked}\b|\s*\?)"
    return re.compile(rf"\b(?:{readers}|{origin}{NEAR}{language}\b|{language}{NEAR}{origin}\b)", re.IGNORECASE)


def _what(match: re.Match[str]) -> str:
    return f"Somebody is asked for who reads a language, or whose it is (“{' '.join(match[0].split())}”)"
