"""Rows as they are read: a disk may have changed any of their bytes, so nothing in a row is trusted.

What a reader would stumble over is exactly what is set aside: both ask `fields_of`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import RowMapping, Table

from exercises.answers.shapes import AsideShape, AttemptShape, Code, DraftShape, Name, Shape, Token
from exercises.answers.tables import ASIDE, ATTEMPTS, CHANGES, CODE_NAMES, DRAFTS, RECEIPTS, SETTINGS, TRAIL
from exercises.answers.wellformed import DEEPEST, is_deep, mended, read_json
from exercises.answers.work import fits

LATEST = 10**9  # no page sends so many messages
_JSON = ("answer", "result")
_HALF = re.compile(r"\\u[dD]")  # in JSON, the beginning of a half of a sign, and of a whole one that is written as two


class UnreadableRow(Exception):  # noqa: N818 - what was found, not a fault
    """What stands in a row is not what this course wrote."""


class ChangedRow(UnreadableRow):
    """The row can be read, but its answer is not the one that its version was made for.

    Attributes
    ----------
    fields : dict
        The fields as they stand.
    """

    def __init__(self, fields: dict[str, Any]) -> None:
        super().__init__()
        self.fields = fields


class _DraftRow(DraftShape):
    code: Code


class _AttemptRow(AttemptShape):
    code: Code
    number: int


class _AsideRow(AsideShape):
    code: Code
    number: int


class _ReceiptRow(Shape):
    number: int
    code: Code
    lesson: Name
    exercise: Name
    tab: str
    seq: Annotated[int, Field(ge=1, le=LATEST)]
    version: str | None


class _TrailRow(Shape):
    number: int
    code: Code
    lesson: Name
    exercise: Name
    version: Token


class _SettingRow(Shape):
    name: str
    value: str


class _CodeRow(_SettingRow):
    value: Code


class _NameRow(_SettingRow):
    value: Token


class _CountRow(_SettingRow):
    value: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,17}$")]  # with more digits SQLite does not count on


class _PlaceShape(Shape):
    code: Code
    lesson: Name
    exercise: Name


_SETTINGS: Mapping[object, type[Shape]] = {"code": _CodeRow, "file": _NameRow, CHANGES: _CountRow}
_SHAPES: Mapping[Table, type[Shape]] = {
    SETTINGS: _SettingRow,
    DRAFTS: _DraftRow,
    ATTEMPTS: _AttemptRow,
    ASIDE: _AsideRow,
    RECEIPTS: _ReceiptRow,
    TRAIL: _TrailRow,
}
VERSIONS = {DRAFTS.name: "version", ASIDE.name: "id"}
"""The columns that hold the version of an answer, with its mark; a try has none."""
READ = tuple(_SHAPES)
"""The tables whose rows are read in this way. Notices are not: one that cannot be told is still one."""


def fields_of(table: Table, row: Mapping[str, Any] | RowMapping) -> dict[str, Any]:
    """Give the fields of a row that was read as it stands.

    Raises
    ------
    UnreadableRow
        If it has not the shape that this course writes; a `ChangedRow` if it alone has changed since.
    """
    try:
        fields = {name: _value(value) if name in _JSON else value for name, value in row.items()}
        # A count stands under the mark of a program, as changes-17.
        shape = _SETTINGS.get(str(row["name"]).partition("-")[0]) if table is SETTINGS else None
        (shape or _SHAPES[table]).model_validate(fields)
    except ValueError as error:
        raise UnreadableRow from error
    if table.name in VERSIONS and not _fits(fields[VERSIONS[table.name]], row["answer"], fields):
        raise ChangedRow(fields)
    return fields


def _fits(version: str, stored: object, fields: Mapping[str, Any]) -> bool:
    """Say whether the version of an answer was made for it, as it is stored or as it is mended when it is read."""
    return any(fits(version, one, fields["confidence"]) for one in (_unmended(stored), fields["answer"]))


def is_place(row: Mapping[str, Any] | RowMapping) -> bool:
    """Say whether a row can be found by its code, lesson and exercise: no page asks for an odd one."""
    try:
        _PlaceShape.model_validate(dict(row))
    except ValueError:
        return False
    return True


def is_code(table: Table, row: Mapping[str, Any] | RowMapping) -> bool:
    """Say whether a row says who began here last."""
    return table is SETTINGS and row["name"] in CODE_NAMES


def decoded(raw: bytes) -> str | bytes:
    """Decode a text of the file; one that is no text stays as it is, so that its row can be looked at at all."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def _unmended(stored: object) -> object:
    return read_json(stored) if isinstance(stored, str) else stored


def _value(text: object) -> Any:
    """Read what stands in a column of JSON; a ValueError if no page could show it."""
    # Other databases than SQLite have read it already; what is no JSON at all has not the shape of an answer.
    if not isinstance(text, str):
        return text
    value = read_json(text)
    # With fewer brackets than that nothing is nested so deeply; most answers need no closer look.
    if text.count("{") + text.count("[") > DEEPEST and is_deep(value, DEEPEST):
        raise ValueError("is no answer")
    # One byte that changed in an emoji leaves half of it.
    return mended(value) if _HALF.search(text) else value
