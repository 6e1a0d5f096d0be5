"""The searches that a teacher leads: a printed page of results for students, and its key on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from exercises.lesson.load import Lesson
from exercises.lesson.searches import Search
from exercises.paper.pages import fill
from exercises.paper.places import Notebook
from exercises.words import words


def searches(notebooks: Sequence[Notebook], written: dict[str, Search], lesson: Lesson) -> Iterator[tuple[str, Markup]]:
    """Write the searches of a lesson, each followed by its key.

    Parameters
    ----------
    notebooks : sequence of Notebook
        All notebooks, in order; one without a search is left out.
    written : dict of str to Search
        The searches, by the name of their notebook.
    lesson : Lesson
        The lesson.

    Yields
    ------
    tuple of (str, Markup)
        Names of the files, and the pages.
    """
    said = words("paper")["search"]
    for entry in (notebook.entry for notebook in notebooks if notebook.entry.name in written):
        search = written[entry.name]
        title = said["title"].format(title=entry.numbered)
        # The sheet is made without the key, so that the key cannot get in.
        shown = [
            {field: getattr(result, field) for field in ("site", "title", "day", "lines")} for result in search.results
        ]
        sheet = {"claim": search.claim, "typed": search.words, "day": search.day, "results": shown}
        yield f"search_{entry.name}.html", fill("search.html", lesson=lesson.info, title=title, **sheet)
        key_title = said["key_title"].format(title=title)
        yield (
            f"searchkey_{entry.name}.html",
            fill("search_key.html", lesson=lesson.info, title=key_title, search=search),
        )
