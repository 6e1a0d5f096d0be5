"""What a whole class has done, read in one transaction; a row that cannot be read takes no other with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, Table, func, select

from exercises.answers.reading import ChangedRow, UnreadableRow, fields_of
from exercises.answers.store import Store
from exercises.answers.tables import ATTEMPTS, DRAFTS, UNREADABLE, as_it_stands, selection
from exercises.answers.work import Attempt, Draft, Work

OneOf = TypeVar("OneOf", Draft, Attempt)
_Known = dict[tuple[Any, ...], tuple[str, OneOf] | None]
"""What was read, with its code, by what names the row; None for a row that cannot be read."""
_NUMBERS = select(ATTEMPTS.c.number)
_ALL_DRAFTS = selection(DRAFTS, frozenset())
_LATER = select(*as_it_stands(ATTEMPTS)).order_by(ATTEMPTS.c.number)
_SET_ASIDE = select(func.count()).where(UNREADABLE.c.origin.in_([DRAFTS.name, ATTEMPTS.name]))


@dataclass(frozen=True, slots=True)
class WholeClass:
    """A class as of one moment.

    Attributes
    ----------
    students : tuple of Work
        One for each code that was issued, in the order of the codes; also those who have not begun. Answers that were
        put aside and notices are not in it.
    left_out : int
        Rows that could not be read.
    """

    students: tuple[Work, ...]
    left_out: int = 0


class ClassReader:
    """Reads a class again and again, and of its rows only those that are new.

    Parameters
    ----------
    store : Store
        The file of the class.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._file = store, 0
        self._drafts: _Known[Draft] = {}
        self._attempts: _Known[Attempt] = {}

    def read(self, issued: Collection[str]) -> WholeClass:
        """Give the class as it stands now.

        Parameters
        ----------
        issued : collection of str
            The codes of the class; what stands under others is nobody's.

        Raises
        ------
        StoreTrouble
            If the disk does not do its part.
        """
        drafts, attempts, set_aside, file = self._store.run(self._rows, write=False)
        self._drafts, self._attempts, self._file = drafts, attempts, file
        left_out = set_aside + sum(one is None for one in (*drafts.values(), *attempts.values()))
        by_code: dict[str, tuple[list[Draft], list[Attempt]]] = {code: ([], []) for code in sorted(issued)}
        for code, draft in filter(None, drafts.values()):
            if code in by_code:
                by_code[code][0].append(draft)
        for code, attempt in filter(None, attempts.values()):
            if code in by_code:
                by_code[code][1].append(attempt)
        return WholeClass(tuple(Work(code, tuple(one), tuple(two)) for code, (one, two) in by_code.items()), left_out)

    def _rows(self, connection: Connection) -> tuple[_Known[Draft], _Known[Attempt], int, int]:
        file = self._store.file
        same = file == self._file
        found = connection.execute(_ALL_DRAFTS).mappings().all()
        known = self._drafts if same else {}
        drafts = {name: known[name] if name in known else _one(DRAFTS, row, Draft) for name, row in _named(found)}
        attempts = self._attempts_of(connection, self._attempts if same else {})
        return drafts, attempts, int(connection.execute(_SET_ASIDE).scalar_one()), file

    def _attempts_of(self, connection: Connection, known: _Known[Attempt]) -> _Known[Attempt]:
        """Read what was appended: attempts never change, and only a deletion takes some away."""
        numbers = sorted(connection.execute(_NUMBERS).scalars().all())
        attempts = {(number,): known[number,] for number in numbers if (number,) in known}
        if fresh := [number for number in numbers if (number,) not in known]:
            later: Select[Any] = _LATER.where(ATTEMPTS.c.number >= fresh[0])
            for row in connection.execute(later).mappings().all():
                name = (row["number"],)
                attempts[name] = attempts[name] if name in attempts else _one(ATTEMPTS, row, Attempt)
        return dict(sorted(attempts.items()))


def _named(rows: Iterable[RowMapping]) -> Iterable[tuple[tuple[Any, ...], RowMapping]]:
    """Give drafts with what names them: a change makes a new version."""
    return ((tuple(row[name] for name in ("code", "lesson", "exercise", "version")), row) for row in rows)


def _one(table: Table, row: RowMapping, kind: type[OneOf]) -> tuple[str, OneOf] | None:
    try:
        given = fields_of(table, row)
    except ChangedRow as changed:
        # Its student hears of it.
        given = changed.fields
    except UnreadableRow:
        return None
    return str(given["code"]), kind(**{each.name: given[each.name] for each in fields(kind)})
