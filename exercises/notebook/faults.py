"""What the check would say of one entry if its file held another text: asked of a copy, before it is written."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from exercises.files.problems import Problem
from exercises.kinds.items import check_lesson

READ = (".yaml", ".txt", ".md")


def faults_of(folder: Path, name: str, text: str, lines: tuple[int, int]) -> list[Problem]:
    """Give the problems of some lines of a file, if it held another text.

    Parameters
    ----------
    folder : Path
        The lesson; nothing in it is touched.
    name, text : str
        The file, and what it would hold.
    lines : tuple of int
        The first and the last line that are asked about.
    """
    with TemporaryDirectory() as home:
        copy = Path(home) / folder.name
        copy.mkdir()
        for file in folder.iterdir():
            if file.suffix in READ and file.is_file():
                with suppress(OSError):
                    shutil.copyfile(file, copy / file.name)
        (copy / name).write_text(text, encoding="utf-8", newline="")
        return within(check_lesson(copy), name, lines)


def within(problems: list[Problem], name: str, lines: tuple[int, int]) -> list[Problem]:
    """Give the problems on some lines of a file."""
    return [one for one in problems if one.file.name == name and lines[0] <= (one.line or 0) <= lines[1]]
