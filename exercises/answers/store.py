"""The file of answers of all students at this computer, and who began here last."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

import platformdirs
from sqlalchemy import Connection, MetaData, select

from exercises.answers.code import make_code, tidy_code
from exercises.answers.codes import codes_in, current_code, set_code
from exercises.answers.file import AnswerFile
from exercises.answers.layout import close_notice
from exercises.answers.tables import SET, SETTINGS, TABLES
from exercises.answers.trouble import StoreTrouble
from exercises.words import words

__all__ = ["CodeRefused", "Store", "StoreTrouble", "read_code", "store_folder"]

T = TypeVar("T")
TRIAL = 2000  # bytes: about as much as an answer in words


class CodeRefused(ValueError):  # noqa: N818 - a refusal is an answer to the student, not a fault
    """What was typed is no code; the text is one sentence for the student."""


def store_folder() -> Path:
    """Name the folder of the answers: ``WHOSAYS_DATA`` if it is set, else the place for data of this user."""
    chosen = os.environ.get("WHOSAYS_DATA", "").strip()
    if not chosen:
        return Path(platformdirs.user_data_dir("whosays", appauthor=False))
    try:
        own = Path(chosen).expanduser()
        # Notebooks work in different folders: a name alone stands for one place, in the home.
        return own if own.is_absolute() else Path.home() / own
    except RuntimeError as error:
        raise StoreTrouble(words("store")["no-home"].format(folder=chosen), lasting=True) from error


def read_code(typed: str) -> str:
    """Read a code from a card or from an earlier day; capitals and spaces do no harm.

    Raises
    ------
    CodeRefused
        If it has not the shape of a code.
    """
    tidy = tidy_code(typed)
    if tidy is None:
        raise CodeRefused(words("store")["no-code"])
    return tidy


class Store:
    """Keeps the answers in one file, shared by all notebooks; every call is one short transaction.

    Every method raises `StoreTrouble` if the disk does not do its part.

    Parameters
    ----------
    folder : Path, optional
        Where the file lies; `store_folder` by default.
    temporary : str
        Why nothing stays here after this session, as a sentence; empty if it stays.
    tables : MetaData
        The tables that every file here holds; a host may need some beside those of the answers.
    ahead : bool
        Whether one program alone serves the file from a local disk, as that of a class.
    before : Store, optional
        An earlier store of the same notebook: what it saw of the file is known before anything is begun anew.
    """

    def __init__(
        self,
        folder: Path | None = None,
        temporary: str = "",
        tables: MetaData = TABLES,
        *,
        ahead: bool = False,
        before: Store | None = None,
    ) -> None:
        self.temporary = temporary
        self._file = AnswerFile(folder if folder is not None else store_folder(), tables, ahead=ahead)
        if before is not None:
            self._follow(before)
        # A damaged file shows now, so that the first cell can say so. Of a failing disk the next call speaks.
        with suppress(StoreTrouble):
            self._file.run(current_code, write=False)

    @property
    def code(self) -> str:
        """Code of the student who began here last; made on first use."""
        return self.run(current_code, write=False) or self.run(_ensured_code, write=True)

    @property
    def file(self) -> int:
        """Number of the file that holds the answers now; another number is another file."""
        return self._file.number

    @property
    def path(self) -> Path:
        """The file that holds the answers."""
        return self._file.path

    @property
    def cleared(self) -> int:
        """How often rows were set aside that nobody could read, or found to be missing, since the file was opened."""
        return self._file.cleared

    def clear(self, connection: Connection) -> None:
        """Set rows that nobody can read aside, as a part of a transaction."""
        self._file.clear(connection)

    def _follow(self, before: Store) -> None:
        self._file.follow(before._file)

    def new_code(self) -> str:
        """Make a fresh code for the next student; the work under earlier codes is kept."""

        def work(connection: Connection) -> str:
            code = _fresh_code(connection)
            set_code(connection, code)
            return code

        return self.run(work, write=True)

    def use_code(self, typed: str) -> str:
        """Go on under a code from a card or from an earlier day, and give it; `CodeRefused` if it is none."""
        code = read_code(typed)
        self.run(lambda connection: set_code(connection, code), write=True)
        return code

    def close_notice(self, number: int, code: str | None = None) -> None:
        """Say a notice no more, not even in the next session: to nobody, or to one of many students alone."""
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        self.run(lambda connection: close_notice(connection, number, moment, code), write=True)

    def try_out(self) -> None:
        """Save something, down to the disk; raises `StoreTrouble` if that cannot be done."""

        def work(connection: Connection) -> None:
            # Something new each time: what is there already would not be written.
            connection.execute(SET, {"name": "tried", "value": token_hex(TRIAL)})
            code = current_code(connection)
            if code is not None:  # files from before it was kept twice
                set_code(connection, code)

        self.run(work, write=True)

    def note(self, name: str, value: str) -> None:
        """Keep a setting of this file."""
        self.run(lambda connection: connection.execute(SET, {"name": name, "value": value}), write=True)

    def noted(self, name: str) -> str | None:
        """Give a setting of this file, or None."""
        wanted = select(SETTINGS.c.value).where(SETTINGS.c.name == name)
        return self.run(lambda connection: connection.execute(wanted).scalar_one_or_none(), write=False)

    def stamp(self) -> object:
        """Give what is another one after every change that anybody makes to the answers."""
        return self._file.stamp()

    def run(self, work: Callable[[Connection], T], *, write: bool) -> T:
        """Do some work with the rows in one transaction: all of it is kept, or nothing."""
        return self._file.run(work, write=write)


def _ensured_code(connection: Connection) -> str:
    code = current_code(connection)
    if code is None:
        code = _fresh_code(connection)
        set_code(connection, code)
    return code


def _fresh_code(connection: Connection) -> str:
    """Make a code under which nobody has worked here, so that two students never share their answers."""
    taken = codes_in(connection)
    code = make_code()
    while code in taken:
        code = make_code()
    return code
