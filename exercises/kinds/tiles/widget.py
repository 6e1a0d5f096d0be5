"""The widget of the kind tiles."""

from pathlib import Path

from exercises.kinds.widget import ExerciseWidget, join_module, join_style

HERE = Path(__file__).parent


class TilesWidget(ExerciseWidget):
    """Shows one exercise of the kind tiles."""

    _esm = join_module(HERE / "view.js")
    _css = join_style(HERE / "view.css")
