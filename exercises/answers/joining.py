"""Work that comes from elsewhere is joined with what is here, exercise by exercise, without trusting any clock.

A version that left this store in a work file, or entered it in one, stands in its trail, as long as what stands here
goes on with it; what was only put aside does not. So the file that comes back from home tells by itself whether it goes
on with what is here, or what is here goes on with it; where neither is so, one of the two answers stands and the other
is put aside, and the student can choose. A commit never gives way to what is none, whatever the trail says.

To go on may be to delete: what a file holds and nothing here holds any more is put aside as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from exercises.answers.brought_back import let_last_tries_stand
from exercises.answers.codes import set_code
from exercises.answers.comparing import Outcome, compare, is_same, says_same
from exercises.answers.joined import Joined, Place, said_by
from exercises.answers.rows import (
    aside_of,
    bring_attempt,
    drafts_of,
    forget_trail,
    name_of,
    note_trail,
    put_aside,
    put_draft,
    trails_of,
    work_of,
)
from exercises.answers.store import Store
from exercises.answers.wellformed import holds, is_blank
from exercises.answers.work import COMMITTED, Aside, Attempt, Draft, Why, Work

__all__ = ["Joined", "Place", "Travelling", "join", "take_in"]


@dataclass(frozen=True, slots=True)
class Travelling:
    """Work on its way between two stores.

    Attributes
    ----------
    work : Work
        Drafts, attempts and answers put aside.
    trails : mapping
        By lesson and exercise the versions that led to the draft, the oldest first; to the first draft, where a file
        that was changed by hand holds two of one exercise.
    sure : bool
        Whether each draft is known to be what its version was, as in a store, or in a file with marks.
    ends : bool
        Whether no draft to these attempts comes after them, as it may after one piece of a file.
    """

    work: Work
    trails: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)
    sure: bool = True
    ends: bool = True

    @property
    def without_draft(self) -> tuple[Place, ...]:
        """Places of attempts without a draft: where they come from, it could not be read any more."""
        drafts = {(one.lesson, one.exercise) for one in self.work.drafts}
        tried = dict.fromkeys((one.lesson, one.exercise) for one in self.work.attempts)
        return tuple(place for place in tried if place not in drafts)


def take_in(store: Store, travelling: Travelling, code: str, why: Why) -> Joined:
    """Join work that a student wants here with what is here under a code, in one transaction; nothing is lost.

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
        return join(connection, travelling, code, why, gives_back=True)

    return store.run(do, write=True)


def join(connection: Connection, travelling: Travelling, code: str, why: Why, *, gives_back: bool) -> Joined:
    """Join work with what is here under a code, as a part of a transaction.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write.
    travelling, code, why
        As in `take_in`.
    gives_back : bool
        Whether answers come back that the student deleted or replaced here since: nobody asked for them where two
        stores are joined by themselves.
    """
    places = {(one.lesson, one.exercise) for one in travelling.work.drafts}
    joining = _Joining(connection, code, why, places)
    joined = joining.taken(travelling, gives_back=gives_back)
    # A try without an answer would count here as damage when the file is opened next.
    alone = travelling.without_draft if travelling.ends else ()
    stand_again = let_last_tries_stand(connection, code, alone)
    return joined + Joined(new=stand_again) + joining.put(alone)


class _Joining:
    """One join in an open transaction."""

    def __init__(self, connection: Connection, code: str, why: Why, places: Collection[Place]) -> None:
        self._connection, self._code, self._why = connection, code, why
        self._here = drafts_of(connection, code, places)
        self._trails = trails_of(connection, code, {exercise for _, exercise in places})
        self._came: set[Place] = set()
        # What was written or chosen here, by exercise, as far as it was asked for.
        self._held: dict[Place, list[dict[str, Any]]] = {}
        self._new = list[Aside]()

    def taken(self, travelling: Travelling, *, gives_back: bool) -> Joined:
        # These come first: words of a draft that are in one of them are not gone.
        tries = sum(bring_attempt(self._connection, self._code, one) for one in travelling.work.attempts)
        for one in travelling.work.aside:
            self._put(one)
        came = [(draft, self._draft(draft, travelling)) for draft in travelling.work.drafts]
        if gives_back:
            self._held.clear()  # more has come since
            came = [(draft, self._given_back(draft) if outcome == "older" else outcome) for draft, outcome in came]
        outcomes = Counter(outcome for _, outcome in came)
        same, new = outcomes["same"] + outcomes["older"], outcomes["new"] + outcomes["newer"]
        aside = dict.fromkeys((one.lesson, one.exercise) for one, outcome in came if outcome == "aside")
        return Joined(same, new, tuple(aside), tries)

    def put(self, also: Collection[Place]) -> Joined:
        """Say what was put aside and what stands, also in some other exercises: more may come in the next piece."""
        put = tuple(((one.lesson, one.exercise), said_by(one)) for one in self._new)
        stand = drafts_of(self._connection, self._code, {*self._came, *also, *(place for place, _ in put)})
        return Joined(put=put, stand={place: said_by(one) for place, one in stand.items()})

    def _put(self, aside: Aside) -> bool:
        new = put_aside(self._connection, self._code, aside)
        if new:
            self._new.append(aside)
        return new

    def _draft(self, draft: Draft, travelling: Travelling) -> Outcome:
        place = (draft.lesson, draft.exercise)
        here, came = self._here.get(place), () if place in self._came else travelling.trails.get(place, ())
        self._came.add(place)
        if here is not None and here.version == draft.version and not is_same(here, draft):
            # One of the two was changed by hand: they are two answers, and neither goes on with the other.
            draft, came = replace(draft, version=name_of(draft)), ()
        outcome = compare(here, draft, self._trails.get(place, ()), came)
        if outcome == "aside" and here is not None:
            return self._settle(here, draft, came)
        if outcome in ("new", "newer") and not self._let_stand(draft, here, came):
            return self._put_aside(draft)
        if outcome == "newer" and here is not None and is_blank(draft.answer):
            return "aside" if self._given_back(here) == "aside" else outcome
        told = is_blank(draft.answer) or (here is not None and says_same(here, draft))
        if outcome == "older" and not travelling.sure and not told:
            # What stands goes on with that version. Whether these were its words, nobody knows.
            return self._put_aside(draft)
        if outcome == "same":
            note_trail(self._connection, self._code, draft, [*came, draft.version])
        return outcome

    def _given_back(self, draft: Draft) -> Outcome:
        """Put an older answer aside, unless all of it is still somewhere here."""
        place = (draft.lesson, draft.exercise)
        if place not in self._held:
            here = work_of(self._connection, self._code, draft.lesson, (draft.exercise,))
            kept: list[Draft | Attempt | Aside] = [*here.drafts, *here.attempts, *here.aside]
            self._held[place] = [one.answer for one in kept]
        if any(holds(answer, draft.answer) for answer in self._held[place]):
            return "older"
        self._held[place].append(draft.answer)
        return self._put_aside(draft)

    def _settle(self, here: Draft, there: Draft, came: tuple[str, ...]) -> Outcome:
        """Put one of two answers aside: a commit stands against what is none, else what is here."""
        committed = there.phase in COMMITTED and here.phase not in COMMITTED
        if not committed or not self._let_stand(there, here, came):
            return self._put_aside(there)
        self._put_aside(here)
        return "aside"

    def _let_stand(self, draft: Draft, here: Draft | None, came: tuple[str, ...]) -> bool:
        """Let an answer stand, and say whether it does; a next one of this exercise in the file is compared with it."""
        if not put_draft(self._connection, self._code, draft, here):
            return False
        place, goes_on = (draft.lesson, draft.exercise), here is not None and here.version in came
        led = self._trails.get(place, ()) if goes_on else ()
        if here is not None and not goes_on:
            # What led to the answer that gives way did not lead to this one.
            forget_trail(self._connection, self._code, here)
        note_trail(self._connection, self._code, draft, [*came, draft.version])
        # What the file says of it makes no other draft of the file an older one.
        self._here[place], self._trails[place] = draft, (*led, draft.version)
        return True

    def _put_aside(self, draft: Draft) -> Outcome:
        """Put an answer aside; one that lies there already is nothing new."""
        return "aside" if self._put(aside_of(draft, self._why)) else "older"
