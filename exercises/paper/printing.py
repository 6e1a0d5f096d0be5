"""Prints all paper of a lesson into a folder, with a page that lists it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from exercises.files.problems import LessonError
from exercises.files.writing import write_text
from exercises.kinds.items import load_items
from exercises.lesson.guide import GuideTexts, read_guide
from exercises.lesson.load import Lesson
from exercises.notebook.check import check_folder
from exercises.notebook.prose import read_prose
from exercises.notebook.ready import ready_of
from exercises.paper.cards import source_cards
from exercises.paper.envelopes import days_of_envelopes, envelopes
from exercises.paper.guide import guide
from exercises.paper.keyed import keyed_sheets
from exercises.paper.listing import index
from exercises.paper.pages import fill
from exercises.paper.pictures import pictures
from exercises.paper.places import Notebook, notebook_of
from exercises.paper.plans import plan
from exercises.paper.sheets import before, code_cards, tally, ticked, vote_cards
from exercises.paper.slides import slides
from exercises.paper.worksheet import article, glossary, plain_words, worksheets
from exercises.words import speaking

CODES = 30
PAGES = ("letter", "feedback", "marks", "adoption", "pilot")
"""Texts of the guide that are a page of their own."""
BELOW = {"adoption": ("adopting",)}
"""What stands below such a text and is the same for every lesson."""


def print_lesson(folder: Path, to: Path, codes: int = CODES, *, drafts: bool = False) -> list[Path]:
    """Print a lesson: one self-contained HTML file a document.

    Parameters
    ----------
    folder : Path
        The lesson, such as ``lessons/bridge``.
    to : Path
        Folder of the paper; it is made if it does not exist.
    codes : int
        How many cards with codes; they are new each time, everything else is the same.
    drafts : bool
        Whether notebooks are printed, too, that rest on drafts.

    Returns
    -------
    list of Path
        The files written; ``index.html``, which lists the others, comes last.

    Raises
    ------
    LessonError
        With every problem in one go; then nothing is written.
    ValueError
        If so many cards with codes cannot be made.
    """
    if problems := check_folder(folder):
        raise LessonError(problems)
    lesson, texts = ready_of(folder, drafts=drafts).lesson, read_guide(folder)
    with speaking(lesson.info.language):
        documents = _all_documents(lesson, texts, codes)
    to.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        write_text(to / name, text.rstrip() + "\n")
    return [to / name for name in documents]


def _all_documents(lesson: Lesson, texts: GuideTexts, codes: int) -> dict[str, Markup]:
    notebooks = notebooks_of(lesson)
    documents = dict(_documents(notebooks, texts, lesson)) | dict(_cards(notebooks, texts, lesson))
    documents["code_cards.html"] = code_cards(codes, lesson)
    documents["index.html"] = index(documents, lesson)
    return documents


def notebooks_of(lesson: Lesson) -> list[Notebook]:
    """Gather all notebooks of a lesson, in order."""
    items = load_items(lesson)
    entries = lesson.info.notebooks
    return [notebook_of(entry, read_prose(lesson.folder / f"{entry.name}.md"), items, lesson) for entry in entries]


def _documents(notebooks: list[Notebook], texts: GuideTexts, lesson: Lesson) -> Iterator[tuple[str, Markup]]:
    yield "guide.html", guide(notebooks, texts, lesson)
    yield "article.html", article(lesson)
    if lesson.plain:
        yield "plain.html", plain_words(lesson)
    days = days_of_envelopes(notebooks, texts.plan.envelopes, lesson)
    for notebook in notebooks:
        name = notebook.entry.name
        yield f"plan_{name}.html", plan(notebook, lesson)
        yield f"slides_{name}.html", slides(notebook, lesson)
        if drawn := pictures(notebook, lesson):
            yield f"pictures_{name}.html", drawn
        yield from worksheets(notebook, lesson, days).items()
        yield f"ticked_{name}.html", ticked(notebook, lesson, tested=name in texts.tests)
    yield from keyed_sheets(notebooks, texts, lesson)


def _cards(notebooks: list[Notebook], texts: GuideTexts, lesson: Lesson) -> Iterator[tuple[str, Markup]]:
    days = days_of_envelopes(notebooks, texts.plan.envelopes, lesson)
    if to_cut := source_cards(notebooks, days, lesson):
        yield "source_cards.html", to_cut
    if dated := envelopes(notebooks, days, lesson):
        yield "envelopes.html", dated
    yield "tally.html", tally(notebooks, lesson)
    yield "before.html", before(lesson)
    yield "vote_cards.html", vote_cards(lesson)
    if explained := glossary(notebooks, lesson):
        yield "glossary.html", explained
    yield "rubric.html", fill("rubric.html", lesson=lesson.info, texts=texts)
    if texts.marking:
        yield "marking.html", fill("marking.html", marking=texts.marking)
        yield "marking_key.html", fill("marking_key.html", marking=texts.marking)
    for name in PAGES:
        if texts.chapters[name]:
            more = [texts.chapters[other] for other in BELOW.get(name, ())]
            standards = texts.chapters["standards"] if name == "adoption" else ""
            page = fill("chapter.html", name=name, text="\n\n".join([texts.chapters[name], *more]), standards=standards)
            yield f"{name}.html", page
