"""The ten-minute tests: for each notebook a sheet for students, and its key on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from exercises.lesson.guide import GuideTexts
from exercises.lesson.load import Lesson
from exercises.lesson.short_tests import ShortTest
from exercises.notebook.minutes import minutes_of_test
from exercises.paper.pages import fill
from exercises.paper.places import Notebook


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
    for entry in (notebook.entry for notebook in notebooks if notebook.entry.name in texts.tests):
        test = texts.tests[entry.name]
        # The sheet is made without the key, so that the key cannot get in.
        sentences = [sentence.text for sentence in test.sentences]
        yield (
            f"test_{entry.name}.html",
            fill(
                "test.html",
                lesson=lesson.info,
                title=entry.numbered,
                about=test.about,
                questions=test.questions,
                sentences=sentences,
            ),
        )
        yield f"testkey_{entry.name}.html", _key(entry.numbered, test, lesson)


def _key(title: str, test: ShortTest, lesson: Lesson) -> Markup:
    return fill(
        "test_key.html",
        lesson=lesson.info,
        title=title,
        test=test,
        minutes=f"{minutes_of_test(test):.0f}",
        most=len(test.questions) * len(test.sentences),
    )
