"""The chart of confidence: a bar for each step, with the right answers in solid colour and the others hatched.

It is drawn here as SVG and not by matplotlib, because four bars need no process of their own.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from exercises.answers.calibration import Count
from exercises.charts.chart import Chart
from exercises.words import words

if TYPE_CHECKING:
    from jinja2 import Template

LEFT, LONGEST, HEIGHT, GAP, TOP = 150, 340, 30, 16, 44
_PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 {{ bottom }}"
 font-family="sans-serif" font-size="16">
<defs><pattern id="other" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="8" height="8" fill="#fff"/><rect width="2.5" height="8" fill="#555"/></pattern></defs>
<rect width="640" height="{{ bottom }}" fill="#fff"/>
<rect x="{{ left }}" y="8" width="20" height="18" fill="#1a4f76"/>
<text x="{{ left + 28 }}" y="23">{{ said.right }}</text>
<rect x="{{ left + 150 }}" y="8.5" width="20" height="17" fill="url(#other)" stroke="#333"/>
<text x="{{ left + 178 }}" y="23">{{ said.other }}</text>
{% for bar in bars %}<text x="{{ left - 12 }}" y="{{ bar.y + 21 }}" text-anchor="end">{{ bar.name }}</text>
<rect x="{{ left }}" y="{{ bar.y }}" width="{{ bar.right }}" height="30" fill="#1a4f76"/>
{% if bar.other %}<rect x="{{ left + bar.right }}" y="{{ bar.y + 0.5 }}" width="{{ bar.other }}" height="29"
 fill="url(#other)" stroke="#333"/>{% endif %}
<text x="{{ left + bar.right + bar.other + 8 }}" y="{{ bar.y + 21 }}">{{ bar.told }}</text>
{% endfor %}<line x1="{{ left }}" x2="{{ left }}" y1="{{ top - 6 }}" y2="{{ bottom - 6 }}" stroke="#333"/></svg>"""


def sureness_chart(counts: tuple[Count, ...]) -> Chart:
    """Draw how often a student was this sure, and how often right then.

    Parameters
    ----------
    counts : tuple of Count
        One a step, in the order of the bars.

    Returns
    -------
    Chart
        The picture with alt text and the same numbers as a table.
    """
    said, steps = words("report")["chart"], words("remarks")["calibration"]["steps"]
    rows = tuple(
        (_capital(steps[str(one.confidence)]), str(one.times), str(one.right), str(one.times - one.right))
        for one in counts
    )
    told = "; ".join(str(one) for one in counts)
    return Chart(
        title=said["title"],
        caption=said["caption"],
        alt=said["alt"].format(counts=told),
        heads=tuple(said["heads"]),
        rows=rows,
        svg=_draw(counts, [row[0] for row in rows]),
    )


def _draw(counts: tuple[Count, ...], names: list[str]) -> bytes:
    said, unit = words("report")["chart"], LONGEST / max(1, *(one.times for one in counts))
    bars = [
        {
            "name": name,
            "y": TOP + place * (HEIGHT + GAP),
            "right": round(one.right * unit, 2),
            "other": round((one.times - one.right) * unit, 2),
            "told": said["bar"].format(right=one.right, times=one.times) if one.times else said["never"],
        }
        for place, (one, name) in enumerate(zip(counts, names, strict=True))
    ]
    bottom = TOP + len(bars) * (HEIGHT + GAP)
    return _template().render(bars=bars, said=said, left=LEFT, top=TOP, bottom=bottom).encode()


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


@cache
def _template() -> Template:
    from jinja2 import Environment

    return Environment(autoescape=True).from_string(_PICTURE)
