"""Sheets for students with their key on another sheet: the tests of one notebook or of several, and the searches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exercises.lesson.guide import GuideTexts
from exercises.lesson.load import Lesson
from exercises.lesson.searches import Search
from exercises.lesson.short_tests import FurtherTest, ShortTest
from exercises.notebook.minutes import minutes_of_test
from exercises.paper.pages import fill
from exercises.paper.places import Notebook
from exercises.words import words

SHOWN = ("site", "title", "day", "lines")
"""What a sheet tells of a result; what the key says of it stands in other fields."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A sheet and its key.

    Attributes
    ----------
    kind : str
        ``test`` or ``search``; so begin the names of the files and of the templates.
    name : str
        What it belongs to.
    titles : tuple of (str, str)
        Of the sheet and of the key.
    sheet, key : dict
        What the templates ask for. The sheet is made without the key, so that the key cannot get in.
    """

    kind: str
    name: str
    titles: tuple[str, str]
    sheet: dict[str, Any]
    key: dict[str, Any]


def keyed_sheets(notebooks: Sequence[Notebook], texts: GuideTexts, lesson: Lesson) -> Iterator[tuple[str, Markup]]:
    """Write the tests and the searches of a lesson, each followed by its key.

    Parameters
    ----------
    notebooks : sequence of Notebook
        All notebooks, in order; one may have a test or a search, or neither.
    texts : GuideTexts
        The guide's texts, tests and searches among them.
    lesson : Lesson
        The lesson.

    Yields
    ------
    tuple of (str, Markup)
        Names of the files, and the pages.
    """
    titles = {notebook.entry.name: notebook.entry.numbered for notebook in notebooks}
    for one in (*_tests(titles, texts), *_searches(titles, texts)):
        title, key_title = one.titles
        yield f"{one.kind}_{one.name}.html", fill(f"{one.kind}.html", lesson=lesson.info, title=title, **one.sheet)
        key = fill(f"{one.kind}_key.html", lesson=lesson.info, title=key_title, **one.key)
        yield f"{one.kind}key_{one.name}.html", key


def _titled(section: str, title: str) -> tuple[str, str]:
    return title, words("paper")[section]["key_title"].format(title=title)


def _tests(titles: dict[str, str], texts: GuideTexts) -> Iterator[Keyed]:
    said = words("paper")["short_test"]
    named = {name: said["title"].format(title=titles[name]) for name in titles if name in texts.tests}
    for name, title in (named | {name: test.title for name, test in texts.further.items()}).items():
        test = texts.tests.get(name) or texts.further[name]
        yield Keyed("test", name, _titled("short_test", title), _asked(test), _answered(test, titles))


def _asked(test: ShortTest) -> dict[str, Any]:
    sentences = [(sentence.text, sentence.questions) for sentence in test.sentences]
    return {"about": test.about, "passage": test.passage, "questions": test.questions, "sentences": sentences}


def _answered(test: ShortTest, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "test": test,
        "further": test if isinstance(test, FurtherTest) else None,
        "rows": max(len(test.asked(sentence)) for sentence in test.sentences),
        "titles": titles,
        "minutes": f"{minutes_of_test(test):.0f}",
    }


def _searches(titles: dict[str, str], texts: GuideTexts) -> Iterator[Keyed]:
    said = words("paper")["search"]
    for name in (name for name in titles if name in texts.searches):
        search, title = texts.searches[name], said["title"].format(title=titles[name])
        yield Keyed("search", name, _titled("search", title), _printed(search), {"search": search})


def _printed(search: Search) -> dict[str, Any]:
    results = [{field: getattr(result, field) for field in SHOWN} for result in search.results]
    return {"claim": search.claim, "typed": search.words, "day": search.day, "results": results}
