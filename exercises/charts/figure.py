"""The axes that every chart is painted on; matplotlib is loaded when the first chart is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito's colours, told apart by people with the common kinds of colour blindness; never used without a pattern.
BLUE, ORANGE, GREY = "#0072B2", "#E69F00", "#777777"


def draw(size: tuple[float, float], *paints: Callable[[Axes], None]) -> bytes:
    """Draw one or more pairs of axes, one below the other, and give the picture as SVG.

    Parameters
    ----------
    size : tuple of float
        Width and height in inches.
    *paints : callable
        Each puts the marks on its axes; all share what runs from left to right.
    """
    # Imported here: 43 MB that no kernel should carry. Kernels have their charts drawn by charts/elsewhere.py.
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    # A bare Figure, without pyplot, keeps no state between charts and needs no display.
    figure = Figure(figsize=size, layout="constrained")
    panels = figure.subplots(len(paints), 1, sharex=True, squeeze=False).flat
    for paint, axes in zip(paints, panels, strict=True):
        axes.spines[["top", "right"]].set_visible(False)
        paint(axes)
    held = io.BytesIO()
    # Letters stay letters: smaller pictures, and no font has to be taken apart.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "whosays"}):
        figure.savefig(held, format="svg", metadata={"Date": None})
    return held.getvalue()
