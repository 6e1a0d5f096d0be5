"""Under which codes there is work in a file, and which was chosen last; that is kept twice, as any byte may change."""

from __future__ import annotations

from sqlalchemy import Connection, select

from exercises.answers.code import tidy_code
from exercises.answers.reading import UnreadableRow, fields_of
from exercises.answers.tables import ASIDE, ATTEMPTS, CODE_NAMES, CURRENT_CODE, DRAFTS, SET, SETTINGS

_MOST = 6  # codes that a notice names


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
    for name in CODE_NAMES:
        connection.execute(SET, {"name": name, "value": code})


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

    It is the one of them under which there is work. Where none can be read, it is the only one under which there is.
    """
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
