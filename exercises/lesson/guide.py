"""Reads the folder ``guide`` of a lesson: chapters in Markdown, plan and samples, tests, searches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from markdown_it import MarkdownIt
from pydantic import Field

from exercises.files.problems import LessonError, Problem, did_you_mean
from exercises.files.reading import read_as_far_as_possible
from exercises.files.source import LARGEST_PROSE, read_source
from exercises.lesson.folder import read_info, without_newer
from exercises.lesson.marking import Marking
from exercises.lesson.models.base import Day, Entry, Name, Words
from exercises.lesson.models.lesson import LessonFile
from exercises.lesson.searches import Search
from exercises.lesson.short_tests import FurtherTest, ShortTest

Model = TypeVar("Model", bound=Entry)
FOLDER = "guide"
PLAN = "plan.yaml"
TESTS = "ten_minutes"
FURTHER = "further"
SEARCHES = "searches"
MARKING = "marking.yaml"
CHAPTERS = (
    *("front", "your_class", "whole_class", "marks", "scripts", "letter", "legal", "standards", "not_shown"),
    *("feedback", "adoption", "adopting", "pilot"),
)
LENT = ("your_class", "whole_class", "marks", "standards", "feedback", "adopting", "pilot")
"""Chapters that speak of no article: a lesson without its own takes those of the lesson that it borrows from."""


class Package(Entry):
    """Which notebooks to take for so many periods, and which of the further tests go with them."""

    periods: int = Field(ge=1, le=40)
    notebooks: tuple[Name, ...] = Field(min_length=1)
    tests: tuple[Name, ...] = ()


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
    tests : dict of str to ShortTest
        The ten-minute tests, by the name of their notebook.
    further : dict of str to FurtherTest
        Tests that belong to no single notebook, by the name of their file.
    searches : dict of str to Search
        Searches that a teacher leads, by the name of their notebook.
    marking : Marking or None
        Answers to mark for practice; None if there are none.
    """

    plan: Plan
    chapters: dict[str, str]
    tests: dict[str, ShortTest]
    further: dict[str, FurtherTest]
    searches: dict[str, Search]
    marking: Marking | None


def read_guide(folder: Path) -> GuideTexts:
    """Read what a lesson has for its guide, of its own or borrowed; a lesson may have nothing of it.

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
        If the plan, a test or the practice in marking does not fit, or HTML stands in a chapter.
    """
    texts, problems = _read(folder)
    if problems:
        raise LessonError(problems)
    return texts


def check_guide(folder: Path) -> list[Problem]:
    """Find what has to be mended in the guide's texts, the borrowed ones too: where they stand."""
    return _read(folder)[1]


def read_own_guide(folder: Path) -> GuideTexts:
    """Read what stands in a lesson's own folder, as far as it is sound."""
    return _read_own(folder, read_info(folder))[0]


def _read(folder: Path) -> tuple[GuideTexts, list[Problem]]:
    info = read_info(folder)
    texts, problems = _read_own(folder, info)
    known = [entry.name for entry in info.notebooks] if info else None
    if info and info.borrows_from and info.borrows_from != folder.name:
        lender = folder.parent / info.borrows_from
        lent, theirs = _read_own(lender, read_info(lender))
        texts, problems = _borrowed(texts, lent, known or ()), [*problems, *theirs]
    problems.extend(_not_there(folder / FOLDER, texts.plan, texts.further, known))
    return texts, problems


def _borrowed(own: GuideTexts, lent: GuideTexts, notebooks: Collection[str]) -> GuideTexts:
    """Fill in what a lesson lacks: tests and searches of the notebooks it has, samples, and chapters on no article."""
    chapters = {name: text or (lent.chapters[name] if name in LENT else "") for name, text in own.chapters.items()}
    if not own.chapters["standards"]:
        chapters["standards"] = _touched_by(notebooks, lent.chapters["standards"])
    rubric = own.plan if own.plan.rubric else lent.plan
    return GuideTexts(
        own.plan.model_copy(update={"rubric": rubric.rubric, "rubric_about": rubric.rubric_about}),
        chapters,
        {name: test for name, test in (lent.tests | own.tests).items() if name in notebooks},
        {name: test for name, test in lent.further.items() if test.notebooks <= set(notebooks)} | own.further,
        {name: search for name, search in (lent.searches | own.searches).items() if name in notebooks},
        own.marking or lent.marking,
    )


def _touched_by(notebooks: Collection[str], standards: str) -> str:
    """Keep of a table what the notebooks of a lesson touch: their numbers, and rows in which one of them stands."""
    numbers = {name.partition("_")[0].lstrip("0") for name in notebooks}
    lines, place = list[str](), 0
    for line in standards.splitlines():
        cells = line.split("|")
        names = [cell.strip() for cell in cells]
        place = names.index("notebook") if "notebook" in names else place
        told = names[place].split(", ") if place < len(names) else []
        if any(one[:1].isdigit() for one in told):
            kept = [one for one in told if one in numbers]
            if not kept:
                continue
            line = "|".join([*cells[:place], f" {', '.join(kept)} ", *cells[place + 1 :]])
        lines.append(line)
    return "\n".join(lines)


def _read_own(folder: Path, info: LessonFile | None) -> tuple[GuideTexts, list[Problem]]:
    home = folder / FOLDER
    reading = read_as_far_as_possible(home / PLAN, Plan)
    problems = [] if reading.missing else list(reading.problems)
    chapters: dict[str, str] = {}
    for name in CHAPTERS:
        source = read_source(home / f"{name}.md", LARGEST_PROSE)
        chapters[name] = source.text or ""
        problems.extend(() if source.missing else source.problems)
        problems.extend(_html_in(source.file, chapters[name]))
    known = [entry.name for entry in info.notebooks] if info else None
    tests = _read_each(home / TESTS, ShortTest, known, problems)
    further = _read_each(home / FURTHER, FurtherTest, None, problems)
    searches = _read_each(home / SEARCHES, Search, known, problems)
    marking = read_as_far_as_possible(home / MARKING, Marking)
    problems.extend(() if marking.missing else marking.problems)
    return GuideTexts(reading.value or Plan(), chapters, tests, further, searches, marking.value), problems


def _read_each(
    home: Path, model: type[Model], notebooks: list[str] | None, problems: list[Problem]
) -> dict[str, Model]:
    """Read all files of a folder by their names, which must be those of notebooks where these are given."""
    found = dict[str, Model]()
    for file in without_newer(home.glob("*.yaml")):
        reading = read_as_far_as_possible(file, model)
        problems.extend(reading.problems)
        if notebooks is not None and file.stem not in notebooks:
            what = f"There is no notebook “{file.stem}” for this file"
            problems.append(Problem(file, None, what, did_you_mean(file.stem, notebooks)))
        elif reading.value:
            found[file.stem] = reading.value
    return found


def _not_there(
    home: Path, plan: Plan, further: dict[str, FurtherTest], notebooks: list[str] | None
) -> Iterator[Problem]:
    """Find tests that only a package names, and notebooks that only a test names."""
    for name in (name for package in plan.packages for name in package.tests if name not in further):
        what = f"a package names a test “{name}” that is not there"
        yield Problem(home / PLAN, None, what, did_you_mean(name, list(further)))
    for name, test in further.items():
        for drawn in test.notebooks - set(notebooks or ()):
            file = home / FURTHER / f"{name}.yaml"
            yield Problem(file, None, f"There is no notebook “{drawn}”", did_you_mean(drawn, notebooks or []))


def _html_in(file: Path, text: str) -> list[Problem]:
    found = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        inside = [child.type for child in token.children or ()]
        if token.type == "html_block" or "html_inline" in inside:
            line = token.map[0] + 1 if token.map else None
            found.append(Problem(file, line, "HTML in the guide", "Say it in Markdown; < is written \\<"))
    return found
