"""One student at work: a value that travels with every call, and one transaction for each act."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from exercises.answers.codes import current_code, stay
from exercises.answers.layout import open_notices
from exercises.answers.receipts import Seen, Sender, put_receipt, seen_of
from exercises.answers.rows import note_trail, put_aside, put_attempt, put_draft, throw_away, work_of
from exercises.answers.store import Store
from exercises.answers.work import Aside, Attempt, Draft, Work

ROUNDS = 5  # how often an act is decided anew when somebody else was faster


class Act(Protocol):
    """What is to be kept of one act; each of the first four may be missing."""

    @property
    def draft(self) -> Draft | None:
        """The answer that takes the place of the one before it; None leaves that one."""

    @property
    def attempt(self) -> Attempt | None:
        """The attempt to append."""

    @property
    def aside(self) -> Aside | None:
        """The answer to put aside."""

    @property
    def let_go(self) -> str | None:
        """Name of an answer, put aside before, that is thrown away."""

    @property
    def done(self) -> bool:
        """Whether the message was done; only then it gets a receipt."""


AnAct = TypeVar("AnAct", bound=Act)


class _Raced(Exception):  # noqa: N818 - what happened, not a fault
    """Between reading and writing somebody else has written."""


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

        def read(connection: Connection) -> Work:
            last = current_code(connection)
            found = work_of(connection, self.code, lesson, exercises)
            elsewhere = "" if last in (None, self.code) else str(last)
            notices = open_notices(connection, self.code)
            temporary, file = self.store.temporary, self.store.file
            return replace(found, notices=notices, elsewhere=elsewhere, temporary=temporary, file=file)

        return self.store.run(read, write=False)

    def act(self, sender: Sender, exercises: Collection[str], decide: Callable[[Work, Seen], AnAct]) -> AnAct:
        """Read, decide and keep in one transaction, so that nothing changes in between.

        Parameters
        ----------
        sender : Sender
            Which message it is; it gets a receipt.
        exercises : collection of str
            The exercises of that lesson whose answers the decision rests on.
        decide : callable
            Says what to keep, from what is stored and from what came from this page before; called again when
            somebody else was faster. Whatever it raises undoes the transaction.

        Returns
        -------
        Act
            What was decided, and is kept now.

        Raises
        ------
        StoreTrouble
            If the disk does not do its part; then nothing is kept.
        """

        def do(connection: Connection) -> AnAct:
            work = work_of(connection, self.code, sender.lesson, exercises)
            seen = seen_of(connection, self.code, sender)
            act = decide(work, seen)
            self._keep(connection, sender, work, seen, act)
            return act

        for _ in range(ROUNDS - 1):
            try:
                return self.store.run(do, write=True)
            except _Raced:
                continue
        return self.store.run(do, write=True)

    def _keep(self, connection: Connection, sender: Sender, work: Work, seen: Seen, act: Act) -> None:
        before = work.draft(sender.lesson, sender.exercise)
        if act.draft is not None and not put_draft(connection, self.code, act.draft, before):
            raise _Raced
        if act.draft is not None:
            # One that was put aside and stands again is gone on with from now on.
            again = [one.id for one in work.aside_at(sender.lesson, sender.exercise) if _is_same(one, act.draft)]
            note_trail(connection, self.code, act.draft, again)
        if act.attempt is not None:
            put_attempt(connection, self.code, act.attempt)
        if act.aside is not None:
            put_aside(connection, self.code, act.aside)
        if act.let_go is not None:
            throw_away(connection, self.code, sender.lesson, sender.exercise, act.let_go)
        if act.done and sender.seq not in seen.done:
            put_receipt(connection, self.code, sender, act.draft.version if act.draft is not None else None, seen)
        if before is None:
            stay(connection, self.code)


def _is_same(one: Aside, draft: Draft) -> bool:
    return (one.digest, one.answer, one.confidence) == (draft.digest, draft.answer, draft.confidence)
