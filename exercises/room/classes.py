"""The classes of a teacher: a folder each, so that a class can be copied, taken along and deleted as a whole."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from exercises.answers.codes import codes_in
from exercises.answers.file import FILE_NAME
from exercises.answers.moved import is_begun
from exercises.answers.store import store_folder
from exercises.files.fault import InWords
from exercises.room.disk import network_kind
from exercises.room.register import Register, class_store, say_what_happened
from exercises.room.tables import CARDS, DEVICES
from exercises.words import words

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,30}")
RESERVED = re.compile("con|prn|aux|nul|(com|lpt)[0-9]", flags=re.IGNORECASE)  # no folder of Windows may be called so
LOCK = "room.lock"
KEPT = CARDS, DEVICES


class ClassRefused(InWords, ValueError):  # noqa: N818 - an answer to the teacher, not a fault
    """What was asked of a class cannot be done.

    Parameters
    ----------
    word : str
        Name of the sentence, in ``room`` of the words or in ``opening`` there.
    **told : object
        What its places are filled with, beside ``name`` (of the class) and ``file``.
    """

    def __init__(self, word: str, **told: object) -> None:
        super().__init__(word)
        self.told = told

    def sentence(self, **more: object) -> str:
        """Say it to the teacher."""
        spoken, word = words("room"), str(self)
        return str(spoken.get(word) or spoken["opening"][word]).format(**more | self.told)


def class_folder(name: str) -> Path:
    """Give the folder of a class; `ClassRefused` if the name cannot be a part of a path on every computer."""
    if not NAME.fullmatch(name):
        raise ClassRefused("no_name")
    folder = store_folder() / "classes" / name
    # One that an earlier edition has made elsewhere is still opened, copied and deleted under its name.
    if RESERVED.fullmatch(name) and not folder.is_dir():
        raise ClassRefused("reserved_name")
    return folder


def local_folder(name: str) -> Path:
    """Give the folder of a class; `ClassRefused` if that is no disk of this computer."""
    folder = class_folder(name)
    if kind := network_kind(folder):
        raise ClassRefused("network", folder=folder, kind=kind)
    return folder


@contextmanager
def held(name: str) -> Iterator[Path]:
    """Hold a class until the end of the block, and give its folder; `ClassRefused` where another program holds it.

    A program that is killed holds nothing any more.
    """
    folder = class_folder(name)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ClassRefused("held") from None
    try:
        yield folder
    finally:
        lock.release()


def back_up(name: str, file: Path, say: Callable[[str], object]) -> None:
    """Copy a class into one file, also while the room is open.

    Parameters
    ----------
    name : str
        Name of the class.
    file : Path
        The copy.
    say : callable
        Says a sentence to the teacher: a damaged class is mended first, as when it is opened, and what came of that.

    Raises
    ------
    ClassRefused
        If there is no such class, or nothing left of it, or a file already, or the copy cannot be made.
    StoreTrouble
        If the file of the class cannot be read.
    """
    folder = class_folder(name)
    if not is_begun(folder / FILE_NAME):
        raise ClassRefused("no_class")
    store = class_store(folder)
    say_what_happened(store, say)
    if not (Register(store).codes() or store.run(codes_in, write=False)):
        raise ClassRefused("nothing_left")
    _copy(store.path, file)


def restore(name: str, file: Path) -> None:
    """Make a class from such a file; whoever was in is in again. `ClassRefused` if there is a class of that name."""
    local_folder(name)
    if not _is_class(file):
        raise ClassRefused("no_backup")
    if not _is_whole(file):
        raise ClassRefused("damaged_backup")
    with held(name) as folder:
        # A damaged file that was moved aside would be brought over into what is restored.
        if is_begun(folder / FILE_NAME):
            raise ClassRefused("class_there")
        _copy(file, folder / FILE_NAME)


def delete(name: str) -> None:
    """Delete a class with all its answers and cards; `ClassRefused` if there is none, or while its room is open."""
    if not class_folder(name).is_dir():
        raise ClassRefused("no_class")
    with held(name) as folder:
        for one in folder.iterdir():
            if one.name != LOCK:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
    shutil.rmtree(folder)


def _copy(source: Path, target: Path) -> None:
    """Copy a file of answers as it stands in one moment, whoever writes to it meanwhile; never over another file."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise ClassRefused("file_there") from None
    try:
        with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
            one.backup(other)
            # One file that holds all, wherever it is carried: nothing lies beside it as long as it is no class again.
            other.execute("PRAGMA journal_mode = DELETE")
    except BaseException as fault:
        # What breaks off leaves no file that could be taken for a copy.
        target.unlink(missing_ok=True)
        if isinstance(fault, sqlite3.Error):
            raise ClassRefused("not_copied", target=target, reason=fault) from fault
        raise


def _is_class(file: Path) -> bool:
    """Say whether a file holds cards and devices as a class does; later tables come when it is opened."""
    there = (({str(name) for _, name, *_ in _asked(file, f"PRAGMA table_info({table})")}, table) for table in KEPT)
    return all(names.issuperset(table.columns.keys()) for names, table in there)


def _is_whole(file: Path) -> bool:
    return _asked(file, "PRAGMA integrity_check") == [("ok",)]


def _asked(file: Path, statement: str) -> list[tuple[object, ...]]:
    """Ask a file without changing it; what cannot be read answers nothing."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as found:
            return found.execute(statement).fetchall()
    except sqlite3.Error:
        return []
