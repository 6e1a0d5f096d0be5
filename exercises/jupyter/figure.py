"""The widgets of figures: they carry the page and pass its requests to the gate."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import anywidget
import traitlets

from exercises.figures.figure import Figure
from exercises.page.joined import join_module, join_style
from exercises.words import words

HERE = Path(__file__).parents[1] / "figures"


@cache
def _style(name: str) -> str:
    """Join what all figures share in front of a view's own style sheet."""
    return join_style(HERE / "gate.css") + "\n" + (HERE / name).read_text("utf-8")


class FigureWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """One figure on the page; a subclass adds its view.

    Parameters
    ----------
    figure : Figure
        Decides what may be sent.
    """

    page = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    _section = ""

    def __init__(self, figure: Figure) -> None:
        spoken = words("figures")
        super().__init__(page=figure.page(), words=spoken["gate"] | spoken[self._section])
        self._figure = figure
        self.on_msg(self._receive)

    def refresh(self) -> None:
        """Close or open it by what is stored now, after work was opened or another student began."""
        self.page = self._figure.page()

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        for reply in self._figure.answer(content):
            self.send(reply)


class ChartWidget(FigureWidget):
    """Shows a chart: picture with alt text, caption and table."""

    _esm = join_module(HERE / "chart.js")
    _css = _style("chart.css")
    _section = "chart"


class PeelWidget(FigureWidget):
    """Lifts the words of a text off owner by owner."""

    _esm = join_module(HERE / "peel.js")
    _css = _style("peel.css")
    _section = "peel"


class ClocksWidget(FigureWidget):
    """Moves the day and shows what stood about two claims by then."""

    _esm = join_module(HERE / "clocks.js")
    _css = _style("clocks.css")
    _section = "clocks"


class MachineWidget(FigureWidget):
    """Shows what the word list flags in a practice text."""

    _esm = join_module(HERE / "machine.js")
    _css = _style("machine.css")
    _section = "machine"


class ConcordanceWidget(FigureWidget):
    """Looks a word up and shows every line in which it stands."""

    _esm = join_module(HERE / "concordance.js")
    _css = _style("concordance.css")
    _section = "concordance"


class NegationWidget(FigureWidget):
    """Puts “not” into sentences and takes it out again."""

    _esm = join_module(HERE / "negation.js")
    _css = _style("negation.css")
    _section = "negation"


# The figures of ``live.py`` by name; every other name is a chart.
LIVE_WIDGETS: dict[str, type[FigureWidget]] = {
    "peel-by-owner": PeelWidget,
    "two-clocks-by-day": ClocksWidget,
    "machine-draft": MachineWidget,
    "concordance": ConcordanceWidget,
    "not-button": NegationWidget,
    "not-button-answered": NegationWidget,
}
