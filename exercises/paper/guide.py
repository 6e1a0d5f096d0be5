"""The teacher's guide: first page, notes and key of every notebook, and the guide's own texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from exercises.lesson.guide import GuideTexts
from exercises.lesson.load import Lesson
from exercises.lesson.short_tests import FurtherTest
from exercises.notebook.prose import Box, Cell, ChartPlace, ExercisePlace, OpenPlace, Passage, TeacherNote
from exercises.paper.envelopes import days_of_envelopes
from exercises.paper.figures import figure_in_guide
from exercises.paper.markdown import headings_of
from exercises.paper.pages import fill
from exercises.paper.places import Notebook, teacher_form
from exercises.paper.plans import counted
from exercises.words import words


def guide(notebooks: Sequence[Notebook], texts: GuideTexts, lesson: Lesson) -> Markup:
    """Write the guide of a lesson.

    Parameters
    ----------
    notebooks : sequence of Notebook
        All notebooks, in order.
    texts : GuideTexts
        The guide's own chapters, packages and sample answers.
    lesson : Lesson
        The lesson.

    Returns
    -------
    Markup
        The whole page.
    """
    days = days_of_envelopes(notebooks, texts.plan.envelopes, lesson)
    return fill(
        "guide.html",
        lesson=lesson.info,
        texts=texts,
        packages=_packages(notebooks, texts),
        chapters=[(one, counted(one, lesson), tuple(_cells(one, days, lesson))) for one in notebooks],
        glossary=lesson.background.glossary,
        people=lesson.background.people,
        places=lesson.background.places,
        since_then=lesson.background.since_then,
        cautions=lesson.background.cautions,
        not_found=lesson.background.not_found,
        sources=lesson.sources,
        linked=any(source.url for source in lesson.sources.values()),
        sides={side.id: side.gains for side in lesson.info.sides} | words("paper")["sides"],
    )


def _packages(notebooks: Sequence[Notebook], texts: GuideTexts) -> list[tuple[int, list[str], list[FurtherTest]]]:
    """Give the packages of which every notebook exists, by the titles that teachers read, with their further tests."""
    titles = {notebook.entry.name: notebook.entry.title for notebook in notebooks}
    whole = [one for one in texts.plan.packages if all(name in titles for name in one.notebooks)]
    return [
        (one.periods, [titles[name] for name in one.notebooks], [texts.further[name] for name in one.tests])
        for one in whole
    ]


def _cells(notebook: Notebook, days: Sequence[str], lesson: Lesson) -> Iterator[Markup]:
    heading = ""
    for cell in notebook.prose.cells:
        if isinstance(cell, Passage):
            heading = [heading, *headings_of(cell.text)][-1]
        elif (told := _told(cell, notebook, days, lesson)) is not None:
            # Where a part has nothing for the teacher, its heading would stand over nothing.
            yield (fill("heading.html", heading=heading) if heading else Markup()) + told
            heading = ""


def _told(cell: Cell, notebook: Notebook, days: Sequence[str], lesson: Lesson) -> Markup | None:
    """Write what a cell is for the teacher; None if it is nothing."""
    if isinstance(cell, ExercisePlace):
        return teacher_form(notebook, cell.id, lesson, days)
    if isinstance(cell, TeacherNote):
        return fill("note.html", text=cell.text)
    if isinstance(cell, ChartPlace):
        return figure_in_guide(cell, lesson)
    if isinstance(cell, OpenPlace):
        return fill("open.html", number=notebook.number(cell.id))
    return fill("box.html", kind=cell.kind, text=cell.text) if isinstance(cell, Box) else None
