"""The command ``whosays``: open the course, check lessons, build notebooks, see whether this computer is ready."""

from __future__ import annotations

import errno
import os
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from exercises.files.problems import LessonError, in_order
from exercises.files.writing import write_text
from exercises.words import speaking, words

_FAULTS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "disk_full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "closed"),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR), "in_the_way"),
    errno.ENAMETOOLONG: "long_name",
}


class _InOneSentence(TyperGroup):
    """Ends every command that fails in one sentence with a cure; what fails by a fault of ours says where."""

    def invoke(self, ctx: Any) -> Any:
        from exercises.answers.store import StoreTrouble

        try:
            return super().invoke(ctx)
        except (LessonError, StoreTrouble) as error:
            _stop(str(error))
        except BrokenPipeError:
            # Whoever read along has left, as in “whosays check | head”: typer goes quietly.
            raise
        except OSError as error:
            file = error.filename or words("cli")["a_file"]
            _stop(words("cli")[_word_for(error)].format(file=file, reason=error.strerror or error))
        except Exception as error:
            if isinstance(error, typer.Abort) or hasattr(error, "exit_code"):
                # Typer itself says what is wrong with the words of a command.
                raise
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = {"file": Path(place.filename).name, "line": place.lineno}
            _stop(words("cli")["broken"].format(kind=type(error).__name__, detail=error, **where))


app = typer.Typer(
    name="whosays",
    help="Who says so? A course in reading the news.",
    no_args_is_help=True,
    add_completion=False,
    cls=_InOneSentence,
)
_PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
_Folders = Annotated[list[Path] | None, typer.Argument(help="Folders of lessons; all lessons if none is given.")]

_Target = Annotated[Path | None, typer.Option(help="Folder of the notebooks; notebooks/ beside lessons/ if none.")]


@app.command(context_settings=_PASS_ON)
def lab(context: typer.Context) -> None:
    """Open JupyterLab on the first notebook; further words go to JupyterLab, such as --no-browser."""
    home = _lessons().parent
    start = home / "notebooks" / "start_here.ipynb"
    if not start.is_file():
        _stop(words("cli")["no_start"].format(path=start))
    from exercises.doctor import jupyter_room

    if not (room := jupyter_room()).good:
        # JupyterLab itself would say so in some hundred lines.
        _stop(room.words)
    # Imported here because it is slow and no other command needs it.
    from jupyterlab.labapp import LabApp

    # Lab would ask each newcomer, over our exercises, whether it may fetch news, and looks for updates without asking.
    # Whoever chose that themselves still has it.
    paths = [str(Path(__file__).parent / "share"), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
    # In this process, so that Ctrl+C reaches JupyterLab alone.
    where = [f"--ServerApp.root_dir={home}", "--LabApp.default_url=/lab/tree/notebooks/start_here.ipynb"]
    LabApp.launch_instance(argv=[*where, *context.args])


@app.command()
def check(folders: _Folders = None) -> None:
    """Name everything that has to be mended in the lessons, with file, line and cure."""
    from exercises.notebook.check import check_folder

    chosen = _chosen(folders)
    problems = in_order(problem for folder in chosen for problem in check_folder(folder))
    for problem in problems:
        typer.echo(str(replace(problem, file=_from_here(problem.file))), err=True)
    if problems:
        _stop(words("cli")["problems"].format(count=len(problems)))
    typer.echo(words("cli")["checked"].format(names=", ".join(folder.name for folder in chosen)))


@app.command()
def build(
    folders: _Folders = None,
    to: _Target = None,
) -> None:
    """Build the notebooks from the lessons."""
    from exercises.notebook.build import build_lesson

    for folder in _chosen(folders):
        target = to or folder.parent.parent / "notebooks"
        written = build_lesson(folder, target)
        typer.echo(words("cli")["built"].format(count=len(written), folder=target))


@app.command(name="print")
def print_(
    lesson: Annotated[str | None, typer.Option(help="Name of the lesson; needed where there are several.")] = None,
    out: Annotated[Path, typer.Option(help="Folder for the pages.")] = Path("paper"),
    codes: Annotated[int, typer.Option(help="How many cards with codes, one for each student.")] = 30,
) -> None:
    """Print the paper of a lesson: the teacher's guide with the key, worksheets, cards and slides, as HTML."""
    from exercises.paper import MOST_CODES, print_lesson

    folder = _one_lesson(lesson)
    if not 1 <= codes <= MOST_CODES:
        _stop(words("cli")["codes"].format(count=codes, most=MOST_CODES))
    written = print_lesson(folder, out, codes)
    typer.echo(words("cli")["printed"].format(count=len(written), path=written[-1]))


@app.command()
def doctor() -> None:
    """Say in plain words whether this computer is ready for the course."""
    from exercises.doctor import examine

    spoken, findings = words("doctor"), examine()
    for finding in findings:
        typer.echo(spoken["good" if finding.good else "bad"] + finding.words)
    if not all(finding.good for finding in findings):
        _stop(spoken["not_all_good"])
    typer.echo(spoken["all_good"])


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(help="Folder of the lesson, such as lessons/bridge.")],
    out: Annotated[Path, typer.Option(help="The HTML file to write.")],
) -> None:
    """Write the report of whoever works at this computer now, as the last notebook does."""
    from datetime import date

    from exercises.answers.store import Store
    from exercises.answers.student import Student
    from exercises.kinds.items import load_items
    from exercises.lesson.load import load_lesson
    from exercises.report import gather, render

    (chosen,) = _chosen([folder])
    lesson = load_lesson(chosen)
    store = Store()
    items, work = load_items(lesson), Student(store, store.code).work()
    today = date.today()  # noqa: DTZ011 - the day here
    with speaking(lesson.info.language):
        page = render(gather(lesson, items, work, today))
    write_text(out, page)
    typer.echo(words("cli")["reported"].format(file=out))


def _word_for(error: OSError) -> str:
    """Name the sentence with the cure that can help."""
    if isinstance(error, FileNotFoundError):
        # Where the folder is there and takes no file all the same, as in /proc, making it would be of no use.
        return "no_place" if error.filename and Path(error.filename).parent.is_dir() else "no_folder"
    return _FAULTS.get(error.errno or 0, "trouble")


def _lessons() -> Path:
    from exercises.lesson.load import find_lessons

    try:
        return find_lessons()
    except (LessonError, OSError):
        _stop(words("cli")["no_lessons"])


def _all_lessons() -> list[Path]:
    found = sorted(file.parent for file in _lessons().glob("*/lesson.yaml"))
    if not found:
        _stop(words("cli")["no_lessons"])
    return found


def _one_lesson(name: str | None) -> Path:
    names = {folder.name: folder for folder in _all_lessons()}
    if name is None and len(names) > 1:
        _stop(words("cli")["which_lesson"].format(names=", ".join(names)))
    chosen = next(iter(names)) if name is None else name
    if chosen not in names:
        _stop(words("cli")["no_lesson"].format(name=chosen, names=", ".join(names)))
    return names[chosen]


def _chosen(folders: list[Path] | None) -> list[Path]:
    """Give the folders of lessons that were named, or all there are."""
    for folder in folders or ():
        if not folder.is_dir() or not any(folder.glob("*.yaml")):
            word = "no_lesson_folder" if folder.exists() else "no_such_folder"
            _stop(words("cli")[word].format(folder=folder))
    return [folder.resolve() for folder in folders] if folders else _all_lessons()


def _from_here(file: Path) -> Path:
    # The short path is the one that a person can read and an editor can open.
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code=1)


if __name__ == "__main__":
    app()
