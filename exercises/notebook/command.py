"""The commands ``whosays check`` and ``whosays build``: what is to mend in a lesson, and its notebooks."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from exercises.ending import ended_alike, stop
from exercises.files.problems import Problem, in_order
from exercises.laying import PACKED
from exercises.notebook.chosen import AS_PATH, chosen_lessons, from_here
from exercises.notebook.watching import EVERY, Watch
from exercises.words import words

Folders = Annotated[
    list[Path] | None, typer.Argument(help="Folders of lessons; all lessons if none is given.", **AS_PATH)
]
Target = Annotated[
    Path | None, typer.Option(help="Folder of the notebooks; notebooks/ beside lessons/ if none.", **AS_PATH)
]
Drafts = Annotated[bool, typer.Option("--drafts", help="Also what rests on drafts that nobody has looked at yet.")]


def check(
    folders: Folders = None,
    *,
    watch: Annotated[
        bool, typer.Option("--watch", help="Look again whenever a file is changed, until Ctrl+C.")
    ] = False,
) -> None:
    """Name everything that has to be mended in the lessons, with file, line and cure; count what is still a draft."""
    chosen = chosen_lessons(folders)
    if watch:
        _watch(chosen)
        return
    problems = problems_of(chosen)
    for line in problems:
        typer.echo(str(line), err=True)
    if problems:
        stop(words("cli")["problems"].format(count=len(problems)))
    typer.echo(words("cli")["checked"].format(names=", ".join(folder.name for folder in chosen)))
    for folder in chosen:
        for sentence in notes_on(folder):
            typer.echo(sentence)


def _watch(chosen: list[Path]) -> None:
    """Say what is new whenever a file is changed, until Ctrl+C."""
    said, names, watch = words("watching"), ", ".join(folder.name for folder in chosen), Watch(chosen, problems_of)
    typer.echo(said["begun"].format(names=names))
    with ended_alike():
        try:
            while True:
                for line in watch.look():
                    typer.echo(line)
                time.sleep(EVERY)
        except KeyboardInterrupt:
            typer.echo(said["ended"].format(names=names))


def problems_of(folders: list[Path]) -> tuple[Problem, ...]:
    """Give everything that has to be mended in some lessons, with files as seen from here."""
    from exercises.notebook.check import check_folder

    found = in_order(problem for folder in folders for problem in check_folder(folder))
    return tuple(replace(problem, file=from_here(problem.file)) for problem in found)


def notes_on(folder: Path) -> list[str]:
    """Say of a sound lesson how many drafts wait in it, and which notebooks are left out for want of sources."""
    from exercises.notebook.drafts import count_drafts
    from exercises.notebook.ready import ready_of

    drafts = [one.sentence(from_here(one.file)) for one in count_drafts(folder)]
    hint = [words("drafts")["what_to_do"]] if drafts else []
    return [*drafts, *hint, *filter(None, [ready_of(folder, drafts=True).left_out()])]


def build(folders: Folders = None, to: Target = None, *, drafts: Drafts = False) -> None:
    """Build the notebooks from the lessons; none that rests on a draft, unless you say so."""
    from exercises.notebook.build import build_lesson
    from exercises.notebook.for_teachers import build_for_teachers

    chosen, refused = chosen_lessons(folders), []
    for folder in chosen:
        if to is None and folder.is_relative_to(PACKED):
            # The package is no place to write to, and the next update would take it away.
            stop(words("cli")["no_course"])
        target = to or folder.parent.parent / "notebooks"
        written = build_lesson(folder, target, drafts=drafts)
        typer.echo(words("cli")["built"].format(count=len(written), folder=target))
        refused.append(without(folder, drafts=drafts))
    if not folders:
        # Whoever builds one lesson alone may lack the others that it could name.
        build_for_teachers(chosen, to or chosen[0].parent.parent / "notebooks")
    if said := " ".join(filter(None, refused)):
        stop(said)


def without(folder: Path, *, drafts: bool) -> str:
    """Say which notebooks of a lesson were left out for want of sources; give the sentence on those with drafts."""
    from exercises.notebook.ready import ready_of

    found = ready_of(folder, drafts=drafts)
    if left_out := found.left_out():
        typer.echo(left_out)
    return found.refusal()
