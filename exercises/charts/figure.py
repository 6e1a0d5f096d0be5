"""The one pair of axes that every chart is painted on; matplotlib is loaded when the first one is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito's colours, told apart by people with the common kinds of colour blindness; never used without a pattern.
BLUE, ORANGE, GREEN, VIOLET, GREY = "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#777777"


def draw(size: tuple[float, float], paint: Callable[[Axes], None]) -> bytes:
    """Draw on one pair of axes and give the picture as SVG.

    Parameters
    ----------
    size : tuple of float
        Width and height in inches.
    paint : callable
        Puts the marks on the axes.
    """
    # Imported here: 43 MB that no kernel should carry. Kernels have their charts drawn by charts/elsewhere.py.
    from matplotlib import rc_context
    from matplotlib.figure import Figure

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
