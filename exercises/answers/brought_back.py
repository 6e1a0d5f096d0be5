"""Answers that are missing, or older than others in the same file tell: found, brought back, and said to their student.

Each act leaves its traces on several pages of the file, so a page that is older than the rest shows by the others: a
receipt names the version that was saved, and a try holds the answer that was checked. What no other page tells cannot
be known: words that were typed and never checked are gone, and only that they were saved is known; an earlier version
leaves no second trace at all. Where one answer of an exercise was replaced by a file since, it can look older, too: so
it is said that an older answer stands, not why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, delete, except_, func, select, union

from exercises.answers.layout import PLACES, add_notice, is_open
from exercises.answers.lost import Row, in_index
from exercises.answers.reading import UnreadableRow, fields_of, is_place
from exercises.answers.rows import name_of, put_aside, put_draft
from exercises.answers.tables import ASIDE, ATTEMPTS, DRAFTS, RECEIPTS, TABLES, UNREADABLE, as_it_stands, at
from exercises.answers.wellformed import is_blank, read_json
from exercises.answers.work import Aside, Attempt, Draft, Phase, What, new_version

Place = tuple[str, str, str]
"""Code, lesson and exercise."""
_PLACE = ("code", "lesson", "exercise")
_NAMES = {one.name: in_index(one) for one in (DRAFTS, ATTEMPTS, ASIDE)}
_PHASES: Mapping[What, Phase] = {"check": "checked", "show": "shown", "pass": "passed", "seal": "sealed"}


def _places(table: Table) -> Select[Any]:
    return select(*(table.c[name] for name in _PLACE))


def _same(one: Table, other: Table) -> Any:
    return and_(*(one.c[name] == other.c[name] for name in _PLACE))


# Written once, and by the database: these are asked each time a file is opened.
_MADE = RECEIPTS.c.version.is_not(None)
_TOLD = union(_places(ATTEMPTS), _places(RECEIPTS).where(_MADE)).subquery("told")
_ABSENT = except_(select(*_TOLD.c), _places(DRAFTS))
_LAST = _places(RECEIPTS).add_columns(func.max(RECEIPTS.c.number).label("number")).where(_MADE)
_LAST_MADE = _LAST.group_by(RECEIPTS.c.code, RECEIPTS.c.lesson, RECEIPTS.c.exercise).subquery("last")
_OWN = and_(_same(RECEIPTS, DRAFTS), RECEIPTS.c.version == DRAFTS.c.version)
_BEHIND = (
    _places(DRAFTS)
    .join(RECEIPTS, _OWN)
    .join(_LAST_MADE, and_(*(_LAST_MADE.c[name] == DRAFTS.c[name] for name in _PLACE)))
    .where(RECEIPTS.c.number < _LAST_MADE.c.number)
)
_UNTRIED = except_(_places(DRAFTS).join(RECEIPTS, _OWN).where(DRAFTS.c.phase != "open"), _places(ATTEMPTS))


_WANTED = ((_ABSENT, DRAFTS), (_BEHIND, DRAFTS), (_UNTRIED, ATTEMPTS))


def has_gaps(connection: Connection) -> bool:
    """Say whether answers or tries are missing, or older than others tell."""
    return any(_found(connection, wanted, origin) for wanted, origin in _WANTED)


def bring_back(
    connection: Connection,
    *,
    lost: Mapping[str, Collection[Row]] | None = None,
    short: Mapping[str, int] | None = None,
) -> None:
    """Bring answers back from their last tries, and note for each student what came back and what is missing.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write.
    lost : mapping, optional
        What an index named besides, by the name of its table.
    short : mapping, optional
        How many rows are missing in all, by the name of their table, where that is known.
    """
    absent, behind, untried = (_found(connection, wanted, origin) for wanted, origin in _WANTED)
    named = {
        table: [one for one in (lost or {}).get(table, ()) if not _is_here(connection, table, one)] for table in _NAMES
    }
    back = [place for place in absent if _stands_again(connection, place)]
    places = {*absent, *((str(one["code"]), str(one["lesson"]), str(one["exercise"])) for one in named[DRAFTS.name])}
    told = _tell_missing(connection, named, sorted(places - {*back}), untried)
    # What is told to one student already, or came from elsewhere; of the rest nobody knows whose it was.
    elsewhere = {table: len((lost or {}).get(table, ())) - len(named[table]) for table in _NAMES}
    rest = Counter(short or {}) - (told + Counter({DRAFTS.name: len(back)}) + Counter(elsewhere))
    if rest:
        add_notice(connection, "missing-some", {table: str(rest[table]) for table in _NAMES})
    for place in behind:
        put_last_try_aside(connection, place)
    tell_places(connection, "answer-back", back)
    tell_places(connection, "answer-behind", behind)
    for place in (*absent, *behind, *untried):
        # A page that sends the lost answer again must not hear that it was done.
        connection.execute(delete(RECEIPTS).where(*at(RECEIPTS)), _at(place))


def _found(connection: Connection, wanted: Any, origin: Table) -> list[Place]:
    """Give the places that a statement finds, without those of which a row was set aside, as that was said."""
    rows = connection.execute(wanted).mappings().all()
    if not rows:
        return []
    set_aside = list(_set_aside(connection, origin))
    if None in set_aside:  # it may be any of them
        return []
    places = [(row["code"], row["lesson"], row["exercise"]) for row in rows if is_place(row)]
    return sorted({*places} - {*set_aside})


def _set_aside(connection: Connection, origin: Table) -> Iterator[Place | None]:
    """Give the places of rows that could not be read; None for one whose place is no place either."""
    wanted = select(*as_it_stands(UNREADABLE)).where(UNREADABLE.c.origin == origin.name)
    for row in connection.execute(wanted).mappings().all():
        try:
            raw = read_json(row["raw"])
            place = {name: raw[name] for name in _PLACE}
        except (ValueError, TypeError, LookupError):
            place = {}
        yield (place["code"], place["lesson"], place["exercise"]) if is_place(place) else None


def _is_here(connection: Connection, table: str, lost: Row) -> bool:
    """Say whether what an index named came from somewhere else."""
    names, there = _NAMES[table], TABLES.tables[table]
    wanted = select(func.count()).where(*(there.c[name] == lost[name] for name in names))
    return bool(connection.execute(wanted).scalar_one())


def _last_try(connection: Connection, place: Place) -> Attempt | None:
    wanted = select(*as_it_stands(ATTEMPTS)).where(*at(ATTEMPTS)).order_by(ATTEMPTS.c.number.desc())
    for row in connection.execute(wanted, _at(place)).mappings():
        with suppress(UnreadableRow):
            there = fields_of(ATTEMPTS, row)
            return Attempt(**{each.name: there[each.name] for each in fields(Attempt)})
    return None


def let_last_tries_stand(connection: Connection, code: str, places: Iterable[tuple[str, str]]) -> int:
    """Let the answers of last tries stand in exercises of a student where none does; say how many."""
    # Under the same version on each computer that opens the same file.
    return sum(_stands_again(connection, (code, *place), own_version=False) for place in places)


def _stands_again(connection: Connection, place: Place, *, own_version: bool = True) -> bool:
    """Let the answer of the last try stand where none does; say whether there was one."""
    last = _last_try(connection, place)
    if last is None:
        return False
    where = (last.lesson, last.exercise, last.digest)
    version = "" if own_version else new_version(last.answer, last.confidence, name_of(last))
    draft = Draft(*where, last.answer, last.confidence, _PHASES[last.what], last.made_at, version)
    return put_draft(connection, place[0], draft, None)


def put_last_try_aside(connection: Connection, place: Place) -> None:
    """Let the answer of the last try be had back where another one stands that did not come of it."""
    last = _last_try(connection, place)
    if last is not None and not is_blank(last.answer):
        # Another one took its place, though an older one. Where the two are the same, no page shows it.
        where = (last.lesson, last.exercise, last.digest)
        put_aside(
            connection, place[0], Aside(name_of(last), *where, last.answer, last.confidence, last.made_at, "replaced")
        )


def _tell_missing(
    connection: Connection, named: Mapping[str, list[Row]], drafts: list[Place], untried: list[Place]
) -> Counter[str]:
    """Note for each student how much is missing of what is known to have been there; give how much that is in all."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for table, places in ((DRAFTS.name, drafts), (ATTEMPTS.name, untried)):
        for place in places:
            counts[place[0]][table] += 1
    for table in (ATTEMPTS.name, ASIDE.name):
        # The place of a try stands in no index: those of exercises without any may be the same ones.
        for code, known in Counter(str(one["code"]) for one in named[table]).items():
            counts[code][table] = max(known, counts[code][table])
    own = _by_code([*drafts, *untried])
    for code, count in counts.items():
        _tell(connection, "missing", code, own.get(code, []), {table: str(count[table]) for table in _NAMES})
    return sum(counts.values(), Counter[str]())


def _by_code(places: Iterable[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        found[place[0]].append(place)
    return found


def tell_places(connection: Connection, name: str, places: Iterable[Place]) -> None:
    """Note something about exercises, for each student by itself."""
    for code, own in _by_code(places).items():
        _tell(connection, name, code, own, {"count": str(len(own))})


def _tell(connection: Connection, name: str, code: str, places: Iterable[Place], counts: dict[str, str]) -> None:
    told = " ".join(sorted({f"{lesson}/{exercise}" for _, lesson, exercise in places}))
    parts = {"code": code, PLACES: told} | counts
    if not is_open(connection, name, parts):
        add_notice(connection, name, parts)


def _at(place: Place) -> dict[str, str]:
    return dict(zip(_PLACE, place, strict=True))
