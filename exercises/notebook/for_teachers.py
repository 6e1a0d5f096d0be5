"""The notebook of the teacher, outside the lessons: opens a class of this computer and draws its figures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from exercises.files.writing import write_text
from exercises.lesson.load import load_lesson
from exercises.notebook.build import FIRM, KERNEL, notebook_text
from exercises.words import words

FILE = "teacher.ipynb"
FIGURES = (
    "where",
    "minutes",
    "exercises",
    "right",
    "contested",
    "strips",
    "agreement",
    "apart",
    "bets",
    "sureness",
    "forms",
)


def build_for_teachers(folders: Iterable[Path], to: Path) -> Path:
    """Build it, the same to the byte every time; in the language that is spoken.

    Parameters
    ----------
    folders : iterable of Path
        The lessons; it names the one for which another may be taken, else the longest.
    to : Path
        Folder of the notebooks.
    """
    said = words("notebook")["teacher"]
    cells: list[NotebookNode] = [
        new_markdown_cell(f"# {said['title']}\n\n{said['about']}", metadata=dict(FIRM)),
        # Here the teacher writes which class it is.
        new_code_cell(_opening(folders), metadata={"deletable": False}),
    ]
    for name in FIGURES:
        cells.append(new_markdown_cell(f"## {said[name]}", metadata=dict(FIRM)))
        cells.append(new_code_cell(f"pupils.{name}()", metadata=dict(FIRM)))
    for ordinal, cell in enumerate(cells, start=1):
        cell["id"] = f"teacher-{ordinal:03}"
    notebook = new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    notebook["nbformat_minor"] = 5
    nbformat.validate(notebook)
    file = to / FILE
    write_text(file, notebook_text(notebook))
    return file


def _opening(folders: Iterable[Path]) -> str:
    lesson = max(map(load_lesson, folders), key=lambda one: (one.info.instead is not None, len(one.info.notebooks)))
    comment = " ".join(str(words("notebook")["teacher"]["choose"]).split())
    lines = (
        "from exercises.room.study import open_class",
        "",
        f"# {comment}",
        f'pupils = open_class("class", "{lesson.id}", "{lesson.info.notebooks[0].name}")',
    )
    return "\n".join(lines)
