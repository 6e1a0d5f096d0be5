"""A chart as the page shows it: picture with alt text, caption, and the same numbers as a table."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Template

_PAGE = """<figure style="margin:1em 0;max-width:860px">
<img alt="{{ chart.alt }}" src="data:image/svg+xml;base64,{{ chart.picture }}"
 style="width:100%;background:#fff;border:1px solid #d0d0d0;border-radius:8px">
<figcaption style="margin:.5em 0"><strong>{{ chart.title }}</strong> {{ chart.caption }}</figcaption>
<div style="overflow-x:auto"><table><thead><tr>
{%- for head in chart.heads %}<th scope="col" style="text-align:left">{{ head }}</th>{% endfor -%}
</tr></thead><tbody>
{%- for row in chart.rows %}<tr>
{%- for cell in row %}<td style="text-align:left;white-space:normal">{{ cell }}</td>{% endfor -%}
</tr>
{%- endfor %}</tbody></table></div></figure>"""


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

    def _repr_html_(self) -> str:
        return _page().render(chart=self)


@cache
def _page() -> Template:
    # Imported here, because figures that are widgets need no template.
    from jinja2 import Environment

    return Environment(autoescape=True).from_string(_PAGE)
