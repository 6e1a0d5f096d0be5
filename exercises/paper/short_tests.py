"""The tests on paper, of one notebook or of several: each a sheet for students, and its key on another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from exercises.lesson.guide import GuideTexts
from exercises.lesson.load import Lesson
from exercises.lesson.short_tests import FurtherTest, ShortTest
from exercises.notebook.minutes import minutes_of_test
from exercises.paper.pages import fill
from exercises.paper.places import Notebook
from exercises.words import words


def short_tests(notebooks: Sequence[Notebook], texts: GuideTexts, lesson: Lesson) -> Iterator[tuple[str, Markup]]:
    """Write the tests of a lesson, each followed by its key.

    Parameters
    ----------
    notebooks : sequence of Notebook
        All notebooks, in order; one without a test is left out.
    texts : GuideTexts
        The guide's texts, the tests among them.
    lesson : Lesson
        The lesson.

    Yields
    ------
    tuple of (str, Markup)
        Names of the files, and the pages.
    """
    said = words("paper")["short_test"]
    titles = {notebook.entry.name: notebook.entry.numbered for notebook in notebooks}
    named = {name: said["title"].format(title=titles[name]) for name in titles if name in texts.tests}
    for name, title in (named | {name: test.title for name, test in texts.further.items()}).items():
        test = texts.tests.get(name) or texts.further[name]
        yield f"test_{name}.html", _sheet(title, test, lesson)
        yield f"testkey_{name}.html", _key(said["key_title"].format(title=title), test, titles, lesson)


def _sheet(title: str, test: ShortTest, lesson: Lesson) -> Markup:
    # The sheet is made without the key, so that the key cannot get in.
    return fill(
        "test.html",
        lesson=lesson.info,
        title=title,
        about=test.about,
        passage=test.passage,
        questions=test.questions,
        sentences=[(sentence.text, sentence.questions) for sentence in test.sentences],
    )


def _key(title: str, test: ShortTest, titles: dict[str, str], lesson: Lesson) -> Markup:
    return fill(
        "test_key.html",
        lesson=lesson.info,
        title=title,
        test=test,
        further=test if isinstance(test, FurtherTest) else None,
        rows=max(len(test.asked(sentence)) for sentence in test.sentences),
        titles=titles,
        minutes=f"{minutes_of_test(test):.0f}",
    )
