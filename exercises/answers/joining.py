"""Work that comes from elsewhere is joined with what is here, exercise by exercise, without trusting any clock.

A version that left this store in a work file, or entered it in one, stands in its trail. So the file that comes back
from home tells by itself whether it goes on with what is here, or what is here goes on with it; where neither is so,
one of the two answers stands and the other is put aside, and the student can choose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, select

from exercises.answers.reading import fields_of
from exercises.answers.rows import put_aside, put_attempt, put_draft, work_of
from exercises.answers.store import Store, set_code
from exercises.answers.tables import PUT_TRAIL, TRAIL, as_it_stands
from exercises.answers.wellformed import is_blank
from exercises.answers.work import COMMITTED, Aside, Draft, Why, Work

LONGEST = 50  # versions of a trail that go along in a file

Place = tuple[str, str]
"""Lesson and exercise."""
Outcome = Literal["same", "new", "newer", "older", "aside"]


@dataclass(frozen=True, slots=True)
class Travelling:
    """Work on its way between two stores.

    Attributes
    ----------
    work : Work
        Drafts, attempts and answers put aside.
    trails : mapping
        By lesson and exercise the versions that led to the draft, the oldest first.
    """

    work: Work
    trails: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of it: counts of exercises, and of attempts and answers put aside that were new here.

    Attributes
    ----------
    same, new, earlier : int
        Exercises with one answer, with a new or newer one, and attempts and answers put aside that were new.
    aside : tuple of Place
        Exercises with two different answers.
    """

    same: int
    new: int
    aside: tuple[Place, ...]
    earlier: int


def send_off(store: Store, code: str) -> Travelling:
    """Give all the work of a student for a file, and note that these versions have left."""

    def do(connection: Connection) -> Travelling:
        work = work_of(connection, code)
        for draft in work.drafts:
            _note(connection, code, draft, [draft.version])
        trails = _trails(connection, code)
        return Travelling(work, {place: trail[-LONGEST:] for place, trail in trails.items()})

    return store.run(do, write=True)


def take_in(store: Store, travelling: Travelling, code: str, why: Why) -> Joined:
    """Join work with what is here under a code, in one transaction; nothing is lost.

    Parameters
    ----------
    store : Store
        Where the answers go.
    travelling : Travelling
        What comes.
    code : str
        Under which code; it is the one in use from then on.
    why : str
        What an answer that has to give way is put aside as.
    """

    def do(connection: Connection) -> Joined:
        set_code(connection, code)
        return _Joining(connection, code, why).taken(travelling)

    return store.run(do, write=True)


def compare(here: Draft | None, there: Draft, trail_here: Iterable[str], trail_there: Iterable[str]) -> Outcome:
    """Say what an answer from elsewhere is to the one that stands here.

    Returns
    -------
    str
        ``same``; ``new`` (nothing stands here); ``newer`` (it goes on with what is here); ``older`` (what is here goes
        on with it); ``aside`` (the two went different ways).
    """
    if here is None:
        return "new"
    if here.version == there.version or _content(here) == _content(there):
        return "same"
    if there.version in trail_here:
        return "older"
    committed = here.phase in COMMITTED
    if here.version in trail_there or (is_blank(here.answer) and not committed):
        return "newer"
    # Nothing was written there: it is kept aside only if it is a commit against what is none.
    return "older" if is_blank(there.answer) and (committed or there.phase not in COMMITTED) else "aside"


def aside_of(draft: Draft, why: Why) -> Aside:
    """Give an answer as one that is put aside; under its version, so that it is put aside once."""
    place = (draft.lesson, draft.exercise, draft.digest)
    return Aside(draft.version, *place, draft.answer, draft.confidence, draft.saved_at, why)


def _content(draft: Draft) -> tuple[Any, ...]:
    return draft.digest, draft.answer, draft.confidence, draft.phase


class _Joining:
    """One join in an open transaction."""

    def __init__(self, connection: Connection, code: str, why: Why) -> None:
        self._connection, self._code, self._why = connection, code, why
        self._here, self._trails = work_of(connection, code), _trails(connection, code)

    def taken(self, travelling: Travelling) -> Joined:
        came = [
            ((draft.lesson, draft.exercise), self._draft(draft, travelling.trails)) for draft in travelling.work.drafts
        ]
        outcomes = Counter(outcome for _, outcome in came)
        earlier = sum(put_attempt(self._connection, self._code, one) for one in travelling.work.attempts)
        earlier += sum(put_aside(self._connection, self._code, one) for one in travelling.work.aside)
        same, new = outcomes["same"] + outcomes["older"], outcomes["new"] + outcomes["newer"]
        aside = dict.fromkeys(place for place, outcome in came if outcome == "aside")
        return Joined(same, new, tuple(aside), earlier)

    def _draft(self, draft: Draft, trails: Mapping[Place, tuple[str, ...]]) -> Outcome:
        place = (draft.lesson, draft.exercise)
        here, came = self._here.draft(*place), trails.get(place, ())
        outcome = compare(here, draft, self._trails.get(place, ()), came)
        if outcome in ("new", "newer") and not self._let_stand(draft, here):
            outcome = "aside"
            self._put_aside(draft)
        elif outcome == "aside" and here is not None:
            self._put_aside(self._settle(here, draft))
        _note(self._connection, self._code, draft, [*came, draft.version])
        return outcome

    def _settle(self, here: Draft, there: Draft) -> Draft:
        """Let one of two answers stand, and give the other: a commit stands against what is none, else what is here."""
        committed = there.phase in COMMITTED and here.phase not in COMMITTED
        return here if committed and self._let_stand(there, here) else there

    def _let_stand(self, draft: Draft, here: Draft | None) -> bool:
        """Let an answer stand, and say whether it does: a file may hold two of one exercise, and the first was here."""
        return put_draft(self._connection, self._code, draft, here)

    def _put_aside(self, draft: Draft) -> None:
        put_aside(self._connection, self._code, aside_of(draft, self._why))


def _trails(connection: Connection, code: str) -> dict[Place, tuple[str, ...]]:
    found: dict[Place, tuple[str, ...]] = {}
    wanted = select(*as_it_stands(TRAIL)).where(TRAIL.c.code == code).order_by(TRAIL.c.number)
    for row in connection.execute(wanted).mappings().all():
        step = fields_of(TRAIL, row)
        place = (step["lesson"], step["exercise"])
        found[place] = (*found.get(place, ()), step["version"])
    return found


def _note(connection: Connection, code: str, draft: Draft, versions: Iterable[str]) -> None:
    there = {"code": code, "lesson": draft.lesson, "exercise": draft.exercise}
    for version in versions:
        connection.execute(PUT_TRAIL, there | {"version": version})
