"""The command ``whosays``: open the course, check lessons, build notebooks, see whether this computer is ready."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from exercises.ending import InOneSentence, stop
from exercises.files.problems import LessonError, in_order
from exercises.files.writing import write_text
from exercises.laying import COMMON, PACKED, carries_course, lay_course
from exercises.room.command import room
from exercises.words import speaking, words

app = typer.Typer(
    name="whosays",
    help="Who says so? A course in reading the news.",
    no_args_is_help=True,
    add_completion=False,
    cls=InOneSentence,
)
app.command()(room)
_NAMED = 3  # files that differ
_PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}


def _path(written: str | Path) -> Path:
    """Take a path as a person writes it: behind an equals sign the shell leaves the ~ of a home as it is."""
    if not str(written).strip():  # as of a variable that was never set
        raise typer.BadParameter(words("cli")["no_path"])
    try:
        return Path(written).expanduser()
    except RuntimeError:
        raise typer.BadParameter(words("cli")["no_home"].format(path=written)) from None


_AS_PATH: dict[str, Any] = {"parser": _path, "metavar": "<path>"}
_Folders = Annotated[
    list[Path] | None, typer.Argument(help="Folders of lessons; all lessons if none is given.", **_AS_PATH)
]
_Target = Annotated[
    Path | None, typer.Option(help="Folder of the notebooks; notebooks/ beside lessons/ if none.", **_AS_PATH)
]
_Into = Annotated[
    Path | None, typer.Option(help="Lay a copy of the course into this folder and open that.", **_AS_PATH)
]


@app.command(context_settings=_PASS_ON)
def lab(context: typer.Context, into: _Into = None) -> None:
    """Open JupyterLab on the first notebook; further words go to JupyterLab, such as --no-browser."""
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


@app.command()
def check(folders: _Folders = None) -> None:
    """Name everything that has to be mended in the lessons, with file, line and cure."""
    from exercises.notebook.check import check_folder

    chosen = _chosen(folders)
    problems = in_order(problem for folder in chosen for problem in check_folder(folder))
    for problem in problems:
        typer.echo(str(replace(problem, file=_from_here(problem.file))), err=True)
    if problems:
        stop(words("cli")["problems"].format(count=len(problems)))
    typer.echo(words("cli")["checked"].format(names=", ".join(folder.name for folder in chosen)))


@app.command()
def build(folders: _Folders = None, to: _Target = None) -> None:
    """Build the notebooks from the lessons."""
    from exercises.notebook.build import build_lesson
    from exercises.notebook.for_teachers import build_for_teachers

    chosen = _chosen(folders)
    for folder in chosen:
        if to is None and folder.is_relative_to(PACKED):
            # The package is no place to write to, and the next update would take it away.
            stop(words("cli")["no_course"])
        target = to or folder.parent.parent / "notebooks"
        written = build_lesson(folder, target)
        typer.echo(words("cli")["built"].format(count=len(written), folder=target))
    if not folders:
        # Whoever builds one lesson alone may lack the others that it could name.
        build_for_teachers(chosen, to or chosen[0].parent.parent / "notebooks")


@app.command(name="print")
def print_(
    lesson: Annotated[str | None, typer.Option(help="Name of the lesson; needed where there are several.")] = None,
    out: Annotated[Path, typer.Option(help="Folder for the pages.", **_AS_PATH)] = Path("paper"),
    codes: Annotated[int, typer.Option(help="How many cards with codes, one for each student.")] = 30,
) -> None:
    """Print the paper of a lesson: the teacher's guide with the key, worksheets, cards and slides, as HTML."""
    from exercises.paper import MOST_CODES, print_lesson

    folder = _one_lesson(lesson)
    if not 1 <= codes <= MOST_CODES:
        stop(words("cli")["codes"].format(count=codes, most=MOST_CODES))
    written = print_lesson(folder, out, codes)
    typer.echo(words("cli")["printed"].format(count=len(written), path=written[-1]))


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
    folder: Annotated[Path, typer.Argument(help="Folder of the lesson, such as lessons/bridge.", **_AS_PATH)],
    out: Annotated[Path, typer.Option(help="The HTML file to write.", **_AS_PATH)],
) -> None:
    """Write the report of whoever works at this computer now, as the last notebook does."""
    from datetime import date

    from exercises.answers.opening import open_store
    from exercises.answers.student import Student
    from exercises.kinds.items import load_items
    from exercises.lesson.load import load_lesson
    from exercises.report import gather, render

    (chosen,) = _chosen([folder])
    lesson = load_lesson(chosen)
    if (store := open_store()).temporary:
        typer.echo(store.temporary, err=True)
    items, work = load_items(lesson), Student(store, store.code).work()
    today = date.today()  # noqa: DTZ011 - the day here
    with speaking(lesson.info.language):
        page = render(gather(lesson, items, work, today))
    write_text(out, page)
    typer.echo(words("cli")["reported"].format(file=out))


def _lessons() -> Path:
    from exercises.lesson.load import find_lessons

    try:
        return find_lessons()
    except (LessonError, OSError):
        stop(words("doctor")["lessons_missing"])


def _here_or_laid() -> Path:
    """Give the folder of the course that is here, or of a copy for which the person is asked."""
    home = _lessons().parent
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


def _all_lessons() -> list[Path]:
    found = sorted(file.parent for file in _lessons().glob("*/lesson.yaml"))
    if not found:
        stop(words("doctor")["lessons_missing"])
    return found


def _one_lesson(name: str | None) -> Path:
    names = {folder.name: folder for folder in _all_lessons()}
    if name is None and len(names) > 1:
        stop(words("cli")["which_lesson"].format(names=", ".join(names)))
    chosen = next(iter(names)) if name is None else name
    if chosen not in names:
        stop(words("cli")["no_lesson"].format(name=chosen, names=", ".join(names)))
    return names[chosen]


def _chosen(folders: list[Path] | None) -> list[Path]:
    """Give the folders of lessons that were named, or all there are."""
    return [_lesson_folder(folder).resolve() for folder in folders] if folders else _all_lessons()


def _lesson_folder(named: Path) -> Path:
    """Give the folder that was named; of a lesson that is known, NAME or lessons/NAME will do from anywhere."""
    if not named.exists() and named in (Path(named.name), Path("lessons", named.name)):
        known = _lessons() / named.name
        named = known if known.is_dir() else named
    if not named.is_dir() or not any(named.glob("*.yaml")):
        word = "no_lesson_folder" if named.exists() else "no_such_folder"
        stop(words("cli")[word].format(folder=named))
    return named


def _from_here(file: Path) -> Path:
    # The short path is the one that a person can read and an editor can open.
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


if __name__ == "__main__":
    app()
