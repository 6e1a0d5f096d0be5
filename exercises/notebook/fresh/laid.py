"""Lays the files of a new lesson into a folder that nobody has, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from exercises.files.writing import write_text

LAST = "lesson.yaml"
"""By this file a lesson is known, so it comes last: a lesson that is there is whole."""


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a lesson.

    Parameters
    ----------
    folder : Path
        Where they go; it is made, and must not be there.
    files : mapping of str to str
        The text of each file by its name.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    OSError
        With the name of the file or folder; then nothing is left behind.
    """
    # Made here and nowhere before: whoever made one of that name in the meantime keeps it as it is.
    folder.mkdir()
    try:
        for name in sorted(files, key=lambda one: (one == LAST, one)):
            write_text(folder / name, files[name])
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder
