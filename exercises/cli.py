"""The command ``whosays``: open the course, check lessons, build notebooks, see whether this computer is ready."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from exercises.ending import InOneSentence, stop
from exercises.files.writing import write_text
from exercises.laying import COMMON, PACKED, carries_course, lay_course
from exercises.notebook import chosen
from exercises.notebook.chosen import AS_PATH
from exercises.notebook.command import Drafts, build, check, without
from exercises.notebook.drafts import ALLOWED
from exercises.notebook.fresh.command import new
from exercises.room.command import room
from exercises.room.edit import edit
from exercises.words import speaking, words

app = typer.Typer(
    name="whosays",
    help="Who says so? A course in reading the news.",
    no_args_is_help=True,
    add_completion=False,
    cls=InOneSentence,
)
for command in (new, edit, check, build, room):
    app.command()(command)
_NAMED = 3  # files that differ
_PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
_Into = Annotated[Path | None, typer.Option(help="Lay a copy of the course into this folder and open that.", **AS_PATH)]


@app.command(context_settings=_PASS_ON)
def lab(context: typer.Context, into: _Into = None, *, drafts: Drafts = False) -> None:
    """Open JupyterLab on the first notebook; further words go to JupyterLab, such as --no-browser."""
    # Kernels read it: without it they open no notebook that rests on drafts.
    os.environ[ALLOWED] = "1" if drafts else ""
    home = _laid(into) if into else _here_or_laid()
    start = home / "notebooks" / "start_here.ipynb"
    if not start.is_file():
        stop(words("cli")["no_start"].format(path=start))
    from exercises.jupyter.lab import NoFolders, open_lab

    try:
        open_lab(home, context.args, typer.echo)
    except NoFolders as trouble:
        # JupyterLab itself would say so in some hundred lines.
        stop(str(trouble))


@app.command(name="print")
def print_(
    lesson: Annotated[str | None, typer.Option(help="Name of the lesson; needed where there are several.")] = None,
    out: Annotated[Path, typer.Option(help="Folder for the pages.", **AS_PATH)] = Path("paper"),
    codes: Annotated[int, typer.Option(help="How many cards with codes, one for each student.")] = 30,
    *,
    drafts: Drafts = False,
) -> None:
    """Print the paper of a lesson: the teacher's guide with the key, worksheets, cards and slides, as HTML."""
    from exercises.paper import MOST_CODES, print_lesson

    folder = chosen.one_lesson(lesson)
    if not 1 <= codes <= MOST_CODES:
        stop(words("cli")["codes"].format(count=codes, most=MOST_CODES))
    written = print_lesson(folder, out, codes, drafts=drafts)
    typer.echo(words("cli")["printed"].format(count=len(written), path=written[-1]))
    if refused := without(folder, drafts=drafts):
        stop(refused)


@app.command()
def doctor(
    *,
    room: Annotated[bool, typer.Option("--room", help="Look also at what a class in this room needs.")] = False,
) -> None:
    """Say in plain words whether this computer is ready for the course."""
    from exercises.doctor import examine, examine_room
    from exercises.room.checkup import to_try

    spoken, findings = words("doctor"), examine() + (examine_room() if room else [])
    for finding in findings:
        typer.echo(spoken["good" if finding.good else "bad"] + finding.words)
    for sentence in to_try() if room else ():
        typer.echo(spoken["try"] + sentence)
    if not all(finding.good for finding in findings):
        stop(spoken["not_all_good"])
    typer.echo(spoken["all_good"])


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(help="Folder of the lesson, such as lessons/bridge.", **AS_PATH)],
    out: Annotated[Path, typer.Option(help="The HTML file to write.", **AS_PATH)],
) -> None:
    """Write the report of whoever works at this computer now, as the last notebook does."""
    from datetime import date

    from exercises.answers.opening import open_store
    from exercises.answers.student import Student
    from exercises.kinds.items import load_items
    from exercises.lesson.load import load_lesson
    from exercises.report import gather, render

    (home,) = chosen.chosen_lessons([folder])
    lesson = load_lesson(home)
    if (store := open_store()).temporary:
        typer.echo(store.temporary, err=True)
    items, work = load_items(lesson), Student(store, store.code).work()
    today = date.today()  # noqa: DTZ011 - the day here
    with speaking(lesson.info.language):
        page = render(gather(lesson, items, work, today))
    write_text(out, page)
    typer.echo(words("cli")["reported"].format(file=out))


def _here_or_laid() -> Path:
    """Give the folder of the course that is here, or of a copy for which the person is asked."""
    home = chosen.home_of_lessons().parent
    if home != PACKED:
        return home
    spoken, folder = words("cli"), Path(COMMON)
    if (folder / "lessons").is_dir():
        return _laid(folder)
    if not sys.stdin.isatty():
        stop(spoken["no_course"])
    if not typer.confirm(spoken["lay"].format(folder=folder), default=True):
        stop(spoken["not_laid"])
    return _laid(folder)


def _laid(folder: Path) -> Path:
    """Lay the course into a folder and say what came of it; give the folder."""
    if not carries_course():
        stop(words("cli")["nothing_to_lay"])
    laid = lay_course(folder)
    if laid.new:
        typer.echo(words("cli")["laid"].format(count=laid.new, folder=folder))
    if laid.beside:
        typer.echo(words("cli")["laid_beside"].format(count=len(laid.beside), names=_first_of(laid.beside)))
    return folder.resolve()


def _first_of(files: Sequence[Path]) -> str:
    """Name a few files: whoever has changed one knows which; of many, nobody reads the names."""
    named = ", ".join(map(str, files[:_NAMED]))
    return f"{named}, ..." if files[_NAMED:] else named


if __name__ == "__main__":
    app()
