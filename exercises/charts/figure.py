"""A chart as the page shows it: picture with alt text, caption, and the same numbers as a table."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import Environment
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

# Okabe and Ito's colours, told apart by people with the common kinds of colour blindness; never used without a pattern.
BLUE, ORANGE, GREEN, VIOLET, GREY = "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#777777"

_PAGE = Environment(autoescape=True).from_string("""<figure style="margin:1em 0;max-width:860px">
<img alt="{{ chart.alt }}" src="data:image/svg+xml;base64,{{ picture }}"
 style="width:100%;background:#fff;border:1px solid #d0d0d0;border-radius:8px">
<figcaption style="margin:.5em 0"><strong>{{ chart.title }}</strong> {{ chart.caption }}</figcaption>
<div style="overflow-x:auto"><table><thead><tr>
{%- for head in chart.heads %}<th scope="col" style="text-align:left">{{ head }}</th>{% endfor -%}
</tr></thead><tbody>
{%- for row in chart.rows %}<tr>
{%- for cell in row %}<td style="text-align:left;white-space:normal">{{ cell }}</td>{% endfor -%}
</tr>
{%- endfor %}</tbody></table></div></figure>""")


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

    def _repr_html_(self) -> str:
        return _PAGE.render(chart=self, picture=base64.b64encode(self.svg).decode("ascii"))


def draw(size: tuple[float, float], paint: Callable[[Axes], None]) -> bytes:
    """Draw on one pair of axes and give the picture as SVG.

    Parameters
    ----------
    size : tuple of float
        Width and height in inches.
    paint : callable
        Puts the marks on the axes.
    """
    # A bare Figure, without pyplot, keeps no state between charts and needs no display.
    figure = Figure(figsize=size, layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    paint(axes)
    held = io.BytesIO()
    # Letters stay letters: smaller pictures, and no font has to be taken apart.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "whosays"}):
        figure.savefig(held, format="svg", metadata={"Date": None})
    return held.getvalue()
