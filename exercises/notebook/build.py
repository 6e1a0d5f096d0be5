"""Builds the notebooks of a lesson from its prose, the same to the byte every time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from exercises.figures.live import chart_in_words
from exercises.files.problems import LessonError
from exercises.files.writing import write_text
from exercises.kinds.base import Item
from exercises.kinds.items import load_items
from exercises.lesson.load import Lesson, load_lesson
from exercises.lesson.models.lesson import NotebookEntry
from exercises.notebook.boxes import article_text, box_text, course_words, instead_of
from exercises.notebook.check import check_folder
from exercises.notebook.prose import (
    ArticlePlace,
    Box,
    Cell,
    ChartPlace,
    ExercisePlace,
    FormPlace,
    OpenPlace,
    Passage,
    Prose,
    ReportPlace,
    read_prose,
)
from exercises.notebook.ready import ready
from exercises.words import speaking, words

# The display name is the one that JupyterLab writes on saving; another one would show up as a change.
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_LONGEST_ID = 64
FIRM: dict[str, Any] = {"deletable": False, "editable": False}
"""No stray key takes a cell of the course away or changes it; each can be run as before."""


def build_lesson(folder: Path, to: Path, *, drafts: bool = False) -> list[Path]:
    """Build the notebooks of one lesson that may reach students.

    Parameters
    ----------
    folder : Path
        The lesson, such as ``lessons/bridge``.
    to : Path
        Folder of the notebooks; each goes where ``lesson.yaml`` says.
    drafts : bool
        Whether those are built, too, that rest on drafts.

    Returns
    -------
    list of Path
        The files written, in the order of the lesson.

    Raises
    ------
    LessonError
        With every problem in one go; then nothing is written.
    """
    if problems := check_folder(folder):
        raise LessonError(problems)
    lesson = load_lesson(folder)
    items = load_items(lesson)
    written = []
    for entry in ready(lesson, items, drafts=drafts).lesson.info.notebooks:
        prose = read_prose(folder / f"{entry.name}.md")
        path = to / entry.to
        path.parent.mkdir(parents=True, exist_ok=True)
        with speaking(lesson.info.language):
            text = notebook_text(build_notebook(lesson, entry, prose, items))
        write_text(path, text)
        written.append(path)
    return written


def build_notebook(lesson: Lesson, entry: NotebookEntry, prose: Prose, items: Mapping[str, Item]) -> NotebookNode:
    """Make one notebook: header, the cell that opens the lesson, then the prose cell by cell.

    Parameters
    ----------
    lesson : Lesson
        The lesson it belongs to.
    entry : NotebookEntry
        Its line in ``lesson.yaml``.
    prose : Prose
        What stands in it.
    items : mapping of str to Item
        The exercises by id; their titles name the hidden cells.

    Returns
    -------
    NotebookNode
        A valid notebook without outputs.
    """
    cells = [_markdown(_header(lesson, entry, prose)), _code(_opening(lesson, entry, prose))]
    cells += [made for cell in prose.cells if (made := _cell(lesson, entry.name, cell, items))]
    stem = f"{lesson.id}-{entry.name}"[: _LONGEST_ID - 4]
    for ordinal, cell in enumerate(cells, start=1):
        cell["id"] = f"{stem}-{ordinal:03}"
    metadata = {"kernelspec": KERNEL, "whosays": {"lesson": lesson.id, "notebook": entry.name}}
    notebook: NotebookNode = new_notebook(cells=cells, metadata=metadata)
    notebook["nbformat_minor"] = 5
    nbformat.validate(notebook)
    return notebook


def _cell(lesson: Lesson, notebook: str, cell: Cell, items: Mapping[str, Item]) -> NotebookNode | None:
    """Make one cell; None of what never reaches the student's notebook."""
    if isinstance(cell, Passage):
        return _markdown(cell.text)
    if isinstance(cell, Box):
        return _markdown(box_text(cell))
    if isinstance(cell, ArticlePlace):
        return _markdown(article_text(lesson, cell.terms))
    said, call = _call(cell, items)
    # Each cell can be run by itself, in any order: it opens the lesson if no other cell has.
    opens = f'opened("{lesson.id}", "{notebook}")'
    return _code([said, "from exercises import opened", "", f"{opens}.{call}"]) if call else None


def _call(cell: Cell, items: Mapping[str, Item]) -> tuple[str, str]:
    """Say what a hidden cell is for people, and what it calls; both empty if there is nothing to call."""
    if isinstance(cell, ExercisePlace):
        return _said("exercise", title=items[cell.id].title), f'show("{cell.id}")'
    if isinstance(cell, OpenPlace):
        return _said("open_seal", title=items[cell.id].title), f'open_seal("{cell.id}")'
    if isinstance(cell, FormPlace):
        return _said("form"), f'form("{cell.place}")'
    if isinstance(cell, ChartPlace):
        comment = _comment(cell.caption) if cell.caption else _said("chart", name=chart_in_words(cell.name))
        waits = f', after="{cell.after}"' if cell.after else ""
        return comment, f'chart("{cell.name}"{waits})'
    return (_said("report"), "report()") if isinstance(cell, ReportPlace) else ("", "")


def notebook_text(notebook: NotebookNode) -> str:
    """Write a notebook as Jupyter itself saves it: keys sorted, indented by one, with a final newline."""
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def _markdown(text: str) -> NotebookNode:
    cell: NotebookNode = new_markdown_cell(text, metadata=dict(FIRM))
    return cell


def _code(lines: list[str]) -> NotebookNode:
    metadata: dict[str, Any] = FIRM | {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
    cell: NotebookNode = new_code_cell("\n".join(lines), metadata=metadata)
    return cell


def _header(lesson: Lesson, entry: NotebookEntry, prose: Prose) -> str:
    spoken, front = words("notebook"), prose.front
    parts = [f"# {front.title}", spoken["about"].format(lesson=lesson.info.title, minutes=front.minutes)]
    if lesson.info.content_note:
        # Whoever takes the other lesson need not read first what this one is about.
        note = f"**{spoken['content_note']}** {' '.join(lesson.info.content_note.split())}"
        parts.append("> " + "\n>\n> ".join(filter(None, [instead_of(lesson, entry), note])))
    parts.append("\n".join([f"**{spoken['able_to']}**", "", *(f"- {phrase}" for phrase in front.able_to)]))
    if front.needs:
        parts.append("\n".join([f"**{spoken['needs']}**", "", *(f"- {phrase}" for phrase in front.needs)]))
    return "\n\n".join([*parts, course_words(), spoken["start"]])


def _opening(lesson: Lesson, entry: NotebookEntry, prose: Prose) -> list[str]:
    form = next((f'form="{cell.place}"' for cell in prose.cells if isinstance(cell, FormPlace)), "")
    return [
        _said("opening"),
        "from exercises import open_lesson",
        "",
        f'lesson = open_lesson("{lesson.id}", "{entry.name}")',
        f"lesson.bar({form})",
    ]


def _said(word: str, /, **values: str) -> str:
    return _comment(str(words("notebook")[word]).format(**values))


def _comment(sentence: str) -> str:
    # One line whatever the sentence holds: a line break would turn its rest into code.
    return "# " + " ".join(sentence.split())
