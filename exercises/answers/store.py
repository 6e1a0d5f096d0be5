"""The answers of the students at this computer: drafts replace each other, attempts are appended."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import platformdirs
from sqlalchemy import Connection

from exercises.answers.code import tidy_code
from exercises.answers.file import AnswerFile, StoreTrouble
from exercises.answers.rows import (
    Attempt,
    Draft,
    Phase,
    What,
    Work,
    current_code,
    ensured_code,
    fresh_code,
    put_attempt,
    put_draft,
    put_newer_draft,
    set_code,
    work_of,
)
from exercises.answers.tables import TABLES
from exercises.words import words

__all__ = ["Attempt", "CodeRefused", "Draft", "Phase", "Store", "StoreTrouble", "What", "Work", "store_folder"]

T = TypeVar("T")


class CodeRefused(ValueError):  # noqa: N818 - a refusal is an answer to the student, not a fault
    """What was typed is no code; the text is one sentence for the student."""


def store_folder() -> Path:
    """Name the folder of the answers: ``WHOSAYS_DATA`` if it is set, else the place for data of this user."""
    chosen = os.environ.get("WHOSAYS_DATA", "").strip()
    try:
        return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("whosays", appauthor=False))
    except RuntimeError as error:
        raise StoreTrouble(words("store")["no-home"].format(folder=chosen)) from error


class Store:
    """Keeps the answers in one file, shared by all notebooks; every call is one short transaction.

    Every method raises `StoreTrouble` if the disk does not do its part.

    Parameters
    ----------
    folder : Path, optional
        Where the file lies; `store_folder` by default.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file = AnswerFile(folder if folder is not None else store_folder(), TABLES)
        # A damaged file shows now, so that the first cell can say so. Of a failing disk the next call speaks.
        with suppress(StoreTrouble):
            self._file.run(current_code, write=False)

    @property
    def notice(self) -> str | None:
        """One sentence for the student when a damaged file was moved aside, with its new name; else None."""
        return self._file.notice

    @property
    def code(self) -> str:
        """Code of the student who works now; made on first use."""
        return self._file.run(current_code, write=False) or self._file.run(ensured_code, write=True)

    def new_code(self) -> str:
        """Make a fresh code for the next student; the work under earlier codes is kept."""

        def work(connection: Connection) -> str:
            code = fresh_code(connection)
            set_code(connection, code)
            return code

        return self._file.run(work, write=True)

    def use_code(self, code: str) -> None:
        """Go on under a code from a card or from an earlier day.

        Parameters
        ----------
        code : str
            As typed; capitals and spaces do no harm.

        Raises
        ------
        CodeRefused
            If it has not the shape of a code.
        """
        tidy = tidy_code(code)
        if tidy is None:
            raise CodeRefused(words("store")["no-code"])
        self._file.run(lambda connection: set_code(connection, tidy), write=True)

    def keep_draft(self, draft: Draft) -> None:
        """Keep an answer in place of the one before it."""
        self._file.run(lambda connection: put_draft(connection, ensured_code(connection), draft), write=True)

    def draft(self, lesson: str, exercise: str) -> Draft | None:
        """Give the answer that stands in one exercise, or None."""
        return self.work(lesson, (exercise,)).draft(lesson, exercise)

    def add_attempt(self, attempt: Attempt) -> None:
        """Append an attempt; one with an id that is there already is left alone."""
        self._file.run(lambda connection: put_attempt(connection, ensured_code(connection), attempt), write=True)

    def attempts(self, lesson: str, exercise: str | None = None) -> list[Attempt]:
        """Give the attempts in one lesson, or in one exercise of it, in the order in which they were kept here."""
        return list(self.work(lesson, None if exercise is None else (exercise,)).attempts)

    def work(self, lesson: str | None = None, exercises: Collection[str] | None = None) -> Work:
        """Give what is kept under the current code, as of one moment: all, or that of a lesson or of some exercises."""

        def read(connection: Connection) -> Work | None:
            code = current_code(connection)
            return None if code is None else work_of(connection, code, lesson, exercises)

        return replace(self._file.run(read, write=False) or Work(self.code, (), ()), notice=self.notice or "")

    def run(self, work: Callable[[Connection], T], *, write: bool) -> T:
        """Do some work with the rows in one transaction: all of it is kept, or nothing."""
        return self._file.run(work, write=write)

    def take_in(self, work: Work) -> tuple[int, int]:
        """Add work from elsewhere and go on under its code; all of it in one transaction, or nothing.

        Parameters
        ----------
        work : Work
            Attempts that are here already are left alone, and of two drafts the newer one stays.

        Returns
        -------
        tuple of int
            How many drafts and how many attempts were new here.
        """

        def add(connection: Connection) -> tuple[int, int]:
            set_code(connection, work.code)
            drafts = sum(put_newer_draft(connection, work.code, draft) for draft in work.drafts)
            attempts = sum(put_attempt(connection, work.code, attempt) for attempt in work.attempts)
            return drafts, attempts

        return self._file.run(add, write=True)
