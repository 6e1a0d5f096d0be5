"""A chart as the page shows it: picture with alt text, caption, and the same numbers as a table."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart.

    Attributes
    ----------
    title, caption : str
        What stands below the picture.
    alt : str
        What the picture shows, in words, for those who do not see it.
    heads : tuple of str
        Column names of the table.
    rows : tuple of tuple of str
        The numbers of the picture, as words a reader can check.
    svg : bytes
        The picture.
    """

    title: str
    caption: str
    alt: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    svg: bytes

    @property
    def picture(self) -> str:
        """The picture as base64, as a page takes it."""
        return base64.b64encode(self.svg).decode("ascii")

    def plain(self) -> dict[str, Any]:
        """Give the chart as plain data."""
        words = {name: getattr(self, name) for name in ("title", "caption", "alt")}
        return words | {"heads": list(self.heads), "rows": [list(row) for row in self.rows], "picture": self.picture}

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> Chart:
        """Make a chart of plain data; KeyError, TypeError or ValueError if something does not fit."""
        return cls(
            title=str(data["title"]),
            caption=str(data["caption"]),
            alt=str(data["alt"]),
            heads=tuple(map(str, data["heads"])),
            rows=tuple(tuple(map(str, row)) for row in data["rows"]),
            svg=base64.b64decode(data["picture"], validate=True),
        )
