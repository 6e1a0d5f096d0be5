"""Under which codes there is work in a file, and which was chosen last; that is kept twice, as any byte may change.

And it is kept once more among the notices, as one that is closed: on another page of the file, as the whole page of
the settings may be one from before. Both count how often a code was chosen, so it is known which of them is older.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from exercises.answers.code import tidy_code
from exercises.answers.reading import UnreadableRow, fields_of
from exercises.answers.tables import (
    ASIDE,
    ATTEMPTS,
    CODE_NAMES,
    CURRENT_CODE,
    DRAFTS,
    NOTICES,
    SET,
    SETTINGS,
    as_it_stands,
)
from exercises.answers.wellformed import read_json
from exercises.answers.work import moment

CHOSEN = "chosen"
"""Name of the setting that counts how often a code was chosen, and of the notice that keeps the code once more."""
_MOST = 6  # codes that a notice names
_DIGITS = 18  # of a number that was ever counted to
_COUNTED = select(*as_it_stands(SETTINGS)).where(SETTINGS.c.name == CHOSEN)
_NOTED = select(*as_it_stands(NOTICES)).where(NOTICES.c.name == CHOSEN)


def current_code(connection: Connection) -> str | None:
    """Give the code of the student who began here last, or None before the first use.

    Raises
    ------
    UnreadableRow
        If what stands there is no code, or not one and the same both times.
    """
    found = {str(fields_of(SETTINGS, row)["value"]) for row in connection.execute(CURRENT_CODE).mappings().all()}
    if len(found) > 1:
        raise UnreadableRow
    return found.pop() if found else None


def set_code(connection: Connection, code: str) -> None:
    """Note that a student begins here."""
    settings = connection.execute(_COUNTED).mappings().all()
    notices = connection.execute(_NOTED).mappings().all()
    count = str(1 + max(_count_of(settings), *_noted(notices)[:1]))
    for name, value in (*((name, code) for name in CODE_NAMES), (CHOSEN, count)):
        connection.execute(SET, {"name": name, "value": value})
    values = {"parts": {"code": code, "count": count}, "closed_at": moment()}
    if not connection.execute(update(NOTICES).where(NOTICES.c.name == CHOSEN).values(values)).rowcount:
        connection.execute(insert(NOTICES), {"name": CHOSEN} | values)


def stay(connection: Connection, code: str) -> None:
    """Let a student go on where nobody is known to have begun, as the file was begun anew while they worked."""
    if current_code(connection) is None:
        set_code(connection, code)


def chosen_later(settings: Iterable[Mapping[Any, Any]], notices: Iterable[Mapping[Any, Any]]) -> str | None:
    """Give the code that notices keep if it was chosen after the one that the settings name; rows as they stand."""
    noted, code = _noted(notices)
    return code if noted > _count_of(settings) else None


def code_is_behind(connection: Connection) -> bool:
    """Say whether the settings name the code of somebody who worked here before the last one began."""
    return _later_code(connection) not in (None, *(row["value"] for row in connection.execute(CURRENT_CODE).mappings()))


def _later_code(connection: Connection) -> str | None:
    settings = connection.execute(_COUNTED).mappings().all()
    return chosen_later(settings, connection.execute(_NOTED).mappings().all())


def _count_of(settings: Iterable[Mapping[Any, Any]]) -> int:
    return max((_number(row["value"]) for row in settings if row["name"] == CHOSEN), default=0)


def _noted(notices: Iterable[Mapping[Any, Any]]) -> tuple[int, str | None]:
    found: tuple[int, str | None] = (0, None)
    for row in notices:
        try:
            parts = read_json(row["parts"]) if row["name"] == CHOSEN else {}
            one = (_number(parts["count"]), str(parts["code"]))
        except (ValueError, TypeError, LookupError):
            continue
        found = one if one[0] > found[0] and _is_code(one[1]) else found
    return found


def _number(text: object) -> int:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < _DIGITS else 0


def codes_in(connection: Connection) -> list[str]:
    """Give all codes under which there is work here, the one of the student who began here last at the end.

    Raises
    ------
    UnreadableRow
        If work stands under what is no code.
    """
    found = {current_code(connection): None} | _with_work(connection)
    codes = [code for code in reversed(found) if code is not None]
    if not all(_is_code(code) for code in codes):
        raise UnreadableRow
    return codes


def settle_code(connection: Connection) -> bool:
    """Decide which code is in use where that cannot be read, or stands there in two ways; say whether it was clear.

    It is the one that is noted elsewhere to have been chosen later, else the one of them under which there is work.
    Where none can be read, it is the only one under which there is.
    """
    if code_is_behind(connection) and (later := _later_code(connection)):
        set_code(connection, later)
        return False
    rows = connection.execute(CURRENT_CODE).mappings().all()
    noted = [code for code in (row["value"] for row in rows) if _is_code(code)]
    worked = [code for code in _with_work(connection) if _is_code(code)]
    likely = [code for code in dict.fromkeys(noted) if code in worked] or noted or worked
    if len(likely) == 1 or noted:
        set_code(connection, likely[0])
    return len(set(noted)) == 1


def named_codes(connection: Connection) -> dict[str, str]:
    """Give the part of a notice that names the codes under which there is work, if there is any."""
    codes = sorted(code for code in _with_work(connection) if _is_code(code))
    more = ["…"] if len(codes) > _MOST else []
    return {"codes": ", ".join([*codes[:_MOST], *more])} if codes else {}


def _with_work(connection: Connection) -> dict[str, None]:
    found = dict[str, None]()
    for table in (DRAFTS, ATTEMPTS, ASIDE):
        found |= dict.fromkeys(connection.execute(select(table.c.code).distinct()).scalars())
    return found


def _is_code(code: object) -> bool:
    return isinstance(code, str) and tidy_code(code) == code
