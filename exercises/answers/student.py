"""One student at work: a value that travels with every call, and one transaction for each act."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from exercises.answers.rows import Attempt, Draft, Work, current_code, put_attempt, put_draft, work_of
from exercises.answers.store import Store


class OtherStudent(Exception):  # noqa: N818 - what happened, not a fault
    """Somebody else has begun at this computer since; nothing was kept."""


class Act(Protocol):
    """What is to be kept of one act: the answer that stands then, and the attempt that it was, if it was one."""

    @property
    def draft(self) -> Draft | None:
        """The answer that takes the place of the one before it; None leaves that one."""

    @property
    def attempt(self) -> Attempt | None:
        """The attempt to append."""


AnAct = TypeVar("AnAct", bound=Act)


@dataclass(frozen=True, slots=True)
class Student:
    """Whose answers are read and kept.

    Attributes
    ----------
    store : Store
        Where the answers are.
    code : str
        Under which code.
    """

    store: Store
    code: str

    def work(self, lesson: str | None = None, exercises: Collection[str] | None = None) -> Work:
        """Read what the student has done in one transaction: all, or that of a lesson, or of some exercises of it.

        Raises
        ------
        StoreTrouble
            If the disk does not do its part.
        """
        found = self.store.run(lambda connection: work_of(connection, self.code, lesson, exercises), write=False)
        return replace(found, notice=self.store.notice or "")

    def act(self, lesson: str, exercises: Collection[str], decide: Callable[[Work], AnAct]) -> AnAct:
        """Read, decide and keep in one transaction, so that nothing changes in between.

        Parameters
        ----------
        lesson : str
            Id of the lesson.
        exercises : collection of str
            The exercises whose answers the decision rests on.
        decide : callable
            Says what to keep; whatever it raises undoes the transaction.

        Returns
        -------
        Act
            What was decided, and is kept now.

        Raises
        ------
        OtherStudent
            If somebody else works at this computer now; then nothing is kept.
        StoreTrouble
            If the disk does not do its part; then nothing is kept.
        """

        def do(connection: Connection) -> AnAct:
            self._demand_turn(connection)
            act = decide(work_of(connection, self.code, lesson, exercises))
            if act.attempt is not None:
                put_attempt(connection, self.code, act.attempt)
            if act.draft is not None:
                put_draft(connection, self.code, act.draft)
            return act

        return self.store.run(do, write=True)

    def _demand_turn(self, connection: Connection) -> None:
        if current_code(connection) not in (None, self.code):
            raise OtherStudent
