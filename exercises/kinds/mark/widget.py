"""The widget of the kind mark."""

from pathlib import Path

from exercises.kinds.widget import ExerciseWidget, join_module, join_style

HERE = Path(__file__).parent


class MarkWidget(ExerciseWidget):
    """Shows one exercise of the kind mark."""

    _esm = join_module(HERE / "view.js")
    _css = join_style(HERE / "view.css")
