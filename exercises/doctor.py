"""Looks at this computer: Python, packages, lessons, the folder for answers and the Jupyter extension."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from jupyter_core.paths import jupyter_config_path

from exercises.answers.file import FILE_NAME
from exercises.answers.moved import copy_whole
from exercises.answers.store import Store, StoreTrouble, store_folder
from exercises.files.problems import LessonError
from exercises.jupyter.folders import closed_folders, own_folders, try_out
from exercises.lesson.load import find_lessons
from exercises.room.checkup import checkup
from exercises.room.command import PORT
from exercises.words import words

OLDEST_PYTHON = (3, 11)
PACKAGES = ("whosays", "jupyterlab", "notebook", "ipywidgets", "anywidget", "ipykernel", "nltk", "matplotlib")
OF_ROOM = ("tornado", "filelock", "psutil", "segno")
EXTENSION = "exercises.jupyter.server"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is ``good``, and a sentence on it in ``words``."""

    good: bool
    words: str


def examine() -> list[Finding]:
    """Look at everything the course needs.

    Returns
    -------
    list of Finding
        In the order in which a person should mend them.
    """
    return [_python(), *_packages(PACKAGES), _lessons(), _store(), _jupyter(), _extension(jupyter_config_path())]


def examine_room() -> list[Finding]:
    """Look at what a class needs that works from this computer."""
    return [*_packages(OF_ROOM), *(Finding(good, sentence) for good, sentence in checkup(PORT))]


def _jupyter() -> Finding:
    """See whether Jupyter can keep its own files, without which it opens no notebook."""
    closed = closed_folders()
    for folder, error in closed.values():
        return _finding("jupyter_closed", good=False, folder=folder, error=error, names=", ".join(closed))
    return _finding("jupyter", folder=own_folders()["JUPYTER_RUNTIME_DIR"])


def _finding(word: str, /, *, good: bool = True, **values: object) -> Finding:
    return Finding(good, str(words("doctor")[word]).format(**values))


def _python() -> Finding:
    if sys.version_info < OLDEST_PYTHON:
        return _finding("python_old", good=False, version=platform.python_version())
    return _finding("python", version=platform.python_version(), path=sys.executable)


def _packages(names: Iterable[str]) -> Iterator[Finding]:
    for name in names:
        try:
            yield _finding("package", name=name, version=version(name))
        except PackageNotFoundError:
            yield _finding("package_missing", good=False, name=name)


def _lessons() -> Finding:
    try:
        folder = find_lessons()
    except (LessonError, OSError):
        return _finding("lessons_missing", good=False)
    names = ", ".join(sorted(file.parent.name for file in folder.glob("*/lesson.yaml")))
    return _finding("lessons", folder=folder, names=names) if names else _finding("lessons_missing", good=False)


def _store() -> Finding:
    try:
        folder = store_folder()
    except StoreTrouble as trouble:
        return Finding(good=False, words=str(trouble))
    room = _room(folder, "store")
    return _saved(folder) or room if room.good else room


def _saved(folder: Path) -> Finding | None:
    """Save something as the course does, first in a copy of the answers that are there; None if that goes well."""
    file = folder / FILE_NAME
    try:
        with tempfile.TemporaryDirectory(dir=folder) as trial:
            if file.is_file():
                file.open("r+b").close()
                _copy(file, Path(trial, FILE_NAME))
            Store(Path(trial)).try_out()
            # A file that cannot be read is moved aside, here as everywhere.
            damaged = len(list(Path(trial).glob("*.sqlite"))) > 1
        # What a link leads to, or what lies beside the file, is in no copy.
        if not damaged and any(folder.glob(f"{FILE_NAME}*")):
            Store(folder).try_out()
    except OSError as error:
        return _finding("store_closed", good=False, folder=folder, error=error.strerror or error)
    except StoreTrouble as trouble:
        return Finding(good=False, words=str(trouble))
    return _finding("store_damaged", good=False, file=file) if damaged else None


def _copy(file: Path, copy: Path) -> None:
    """Copy a file of answers with what belongs to it, at a moment at which nobody writes in it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as held:
        # One that cannot be held is damaged, or in use for long: it is copied as it is.
        with suppress(sqlite3.Error):
            held.execute("BEGIN IMMEDIATE")
        copy_whole(file, copy)


def _room(folder: Path, word: str) -> Finding:
    """See whether a folder takes more than a new student's answers."""
    if error := try_out(folder):
        return _finding(f"{word}_closed", good=False, folder=folder, error=error.strerror or error)
    return _finding(word, folder=folder)


def _extension(config_paths: list[str]) -> Finding:
    # The first folder that says anything about the extension wins, as in Jupyter itself.
    for path in config_paths:
        for file in sorted(Path(path, "jupyter_server_config.d").glob("*.json")):
            switch = _switches(file).get(EXTENSION)
            if switch is not None:
                return _finding("extension" if switch else "extension_missing", good=bool(switch))
    return _finding("extension_missing", good=False)


def _switches(file: Path) -> dict[str, object]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return dict(data["ServerApp"]["jpserver_extensions"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
