"""A student's work goes out as a file and comes back, and work under another code is joined with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from exercises.answers.bounds import names_in, refuse_too_many
from exercises.answers.joining import Joined, Place, Travelling, take_in
from exercises.answers.leaving import send_off
from exercises.answers.owed import Owed
from exercises.answers.store import Store, read_code
from exercises.answers.student import Student
from exercises.answers.work import Work, moment
from exercises.answers.work_file import ExportRefused, read_work, write_work
from exercises.words import words

Titles = Mapping[Place, str]
NO_TITLES: Titles = {}
Strange = Callable[[Work], Collection[Place]]
"""Says of work which of its exercises are not in the course here."""


def nothing_strange(_work: Work) -> Collection[Place]:
    """Say that all is known, where nobody can tell."""
    return ()


__all__ = ["ExportRefused", "export_work", "import_work", "join_code", "own_work", "said_of", "save_work"]


@dataclass(frozen=True, slots=True)
class Saved:
    """A work file that was made.

    Attributes
    ----------
    text : str
        What it holds.
    also, without : tuple of Place
        Exercises of which it holds an answer that is not stored, and those with one that it may not hold.
    count : int
        How many drafts, attempts and answers put aside it holds.
    """

    text: str
    also: tuple[Place, ...] = ()
    without: tuple[Place, ...] = ()
    count: int = 0


def export_work(student: Student) -> str:
    """Write all the work of a student as one file, and note that these answers have left."""
    return save_work(student, Owed()).text


def save_work(student: Student, owed: Owed) -> Saved:
    """Write all the work of a student as one file, with what their page still owes; the stored answers have left."""
    travelling = send_off(student.store, student.code)
    new = owed.beside(travelling.work)
    text, left = write_work(travelling, student.store.path, new.answers)
    taken = tuple(one for one in new.answers if one not in left)
    count = len(names_in(travelling.work)) + len(taken)
    return Saved(text, Owed(taken).places, Owed(left, new.left).places, count)


def import_work(
    store: Store, text: str, titles: Titles = NO_TITLES, strange: Strange = nothing_strange
) -> tuple[str, str]:
    """Take in the work of a file and go on under its code; opening the same file twice changes nothing.

    Parameters
    ----------
    store : Store
        Where the answers go.
    text : str
        Content of the file; nothing about it is trusted.
    titles : mapping of tuple to str, optional
        Titles of exercises by lesson and exercise: those that hold two different answers are named by them.
    strange : callable, optional
        Says which exercises are not in the course here: they are counted.

    Returns
    -------
    tuple of str
        The code of the file, and what was same, added and put aside, in one or two sentences.

    Raises
    ------
    ExportRefused
        If the file is too large, damaged, foreign or newer than this edition, or brings too much; then nothing has
        changed.
    """
    travelling, mended = read_work(text)
    code, names = travelling.work.code, names_in(travelling.work)
    store.run(lambda connection: refuse_too_many(connection, code, names, in_class=False), write=False)
    joined = take_in(store, travelling, code, "file")
    missing = strange(travelling.work)
    return code, said_of(None if _is_empty(travelling) else joined, code, titles, missing, mended=mended)


def said_of(joined: Joined | None, code: str, titles: Titles, missing: Collection[Place], *, mended: bool) -> str:
    """Say what came of a work file; None is said of one that held no answers. What is missing here is counted."""
    said = (
        words("exports")["opened-empty"].format(code=code)
        if joined is None
        else _said("opened", joined, code, titles, missing)
    )
    return f"{said} {words('exports')['mended']}" if mended else said


def own_work(text: str, code: str) -> tuple[Travelling, bool]:
    """Read the file of a student whom a host has let in: one of another code is refused, and no date is believed.

    Parameters
    ----------
    text : str
        Content of the file; nothing about it is trusted.
    code : str
        The student's code.

    Returns
    -------
    tuple
        The work, and whether half characters in it had to be mended.

    Raises
    ------
    ExportRefused
        As `import_work`, and if the file is of another code.
    """
    travelling, mended = read_work(text)
    if travelling.work.code != code:
        raise ExportRefused(words("exports")["other-code"].format(code=travelling.work.code, own=code))
    return _until(moment(), travelling), mended


def join_code(student: Student, typed: str, titles: Titles = NO_TITLES, strange: Strange = nothing_strange) -> str:
    """Join the work under another code with that of a student, who goes on under their own code.

    Returns
    -------
    str
        What was same, added and put aside, in one or two sentences.

    Raises
    ------
    CodeRefused
        If what was typed is no code.
    ExportRefused
        If there is no work under it here.
    """
    other = read_code(typed)
    travelling = send_off(student.store, other)
    if other == student.code or _is_empty(travelling):
        raise ExportRefused(words("exports")["own-code" if other == student.code else "no-work"].format(code=other))
    joined = take_in(student.store, travelling, student.code, "code")
    return _said("joined", joined, other, titles, strange(travelling.work))


def _until(now: str, travelling: Travelling) -> Travelling:
    """Give work with no date later than now: a clock at home may be wrong, and figures go by who was last where."""

    def cut(date: str) -> str:
        return min(date, now, key=datetime.fromisoformat)

    work = travelling.work
    drafts = tuple(replace(one, saved_at=cut(one.saved_at)) for one in work.drafts)
    attempts = tuple(replace(one, made_at=cut(one.made_at)) for one in work.attempts)
    aside = tuple(replace(one, saved_at=cut(one.saved_at)) for one in work.aside)
    return replace(travelling, work=replace(work, drafts=drafts, attempts=attempts, aside=aside))


def _is_empty(travelling: Travelling) -> bool:
    return not travelling.work.begun


def _said(name: str, joined: Joined, code: str, titles: Titles, missing: Collection[Place]) -> str:
    """Say what came of it, where to look for what was put aside, and what no exercise here shows."""
    spoken = words("exports")
    aside = [place for place in joined.aside if place not in missing]
    counts = {"same": joined.same, "new": joined.new, "earlier": joined.earlier}
    said = [str(spoken[name if joined.is_new else f"{name}-nothing-new"]).format(code=code, **counts)]
    if aside:
        said.append(str(spoken["aside"]).format(aside=len(aside)))
    if named := "”, “".join(titles[place] for place in aside if place in titles):
        said.append(str(spoken["aside-where"]).format(titles=named))
    if missing:
        said.append(str(spoken["missing"]).format(count=len(missing)))
    return " ".join(said)
