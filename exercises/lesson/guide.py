"""Reads the folder ``guide`` of a lesson: chapters in Markdown, and the plan with packages, envelopes and samples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from pydantic import Field

from exercises.files.problems import LessonError, Problem
from exercises.files.reading import read_yaml
from exercises.lesson.models.base import Day, Entry, Name, Words

FOLDER = "guide"
PLAN = "plan.yaml"
CHAPTERS = ("front", "whole_class", "scripts", "letter", "legal", "standards", "not_shown")


class Package(Entry):
    """Which notebooks to take for so many periods."""

    periods: int = Field(ge=1, le=40)
    notebooks: tuple[Name, ...] = Field(min_length=1)


class Plan(Entry):
    """plan.yaml: packages, the days of the envelopes, and a sample answer for each level of each row of the rubric.

    Attributes
    ----------
    rubric_about : str
        What the sample answers are answers to.
    """

    packages: tuple[Package, ...] = ()
    envelopes: tuple[Day, ...] = ()
    rubric_about: str = ""
    rubric: dict[str, tuple[Words, Words, Words, Words]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GuideTexts:
    """The guide's own texts.

    Attributes
    ----------
    plan : Plan
        Packages, envelopes, samples.
    chapters : dict of str to str
        Markdown by the name of its file without ending; empty where there is no such file.
    """

    plan: Plan
    chapters: dict[str, str]


def read_guide(folder: Path) -> GuideTexts:
    """Read what a lesson has for its guide; a lesson may have nothing of it.

    Parameters
    ----------
    folder : Path
        The lesson's folder.

    Returns
    -------
    GuideTexts
        Its texts.

    Raises
    ------
    LessonError
        If the plan does not fit, or HTML stands in a chapter.
    """
    if problems := check_guide(folder):
        raise LessonError(problems)
    home = folder / FOLDER
    plan = read_yaml(home / PLAN, Plan)[0] if (home / PLAN).is_file() else Plan()
    return GuideTexts(plan, {name: _text(home / f"{name}.md") for name in CHAPTERS})


def check_guide(folder: Path) -> list[Problem]:
    """Find what has to be mended in the guide's texts."""
    problems: list[Problem] = []
    home = folder / FOLDER
    for name in CHAPTERS:
        problems.extend(_html_in(home / f"{name}.md"))
    if (home / PLAN).is_file():
        try:
            read_yaml(home / PLAN, Plan)
        except LessonError as error:
            problems.extend(error.problems)
    return problems


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _html_in(file: Path) -> list[Problem]:
    found = []
    for token in MarkdownIt("commonmark").enable("table").parse(_text(file)):
        inside = [child.type for child in token.children or ()]
        if token.type == "html_block" or "html_inline" in inside:
            line = token.map[0] + 1 if token.map else None
            found.append(Problem(file, line, "HTML in the guide", "Say it in Markdown; < is written \\<"))
    return found
