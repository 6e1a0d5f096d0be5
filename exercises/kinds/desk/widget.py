"""The widget of the kind desk."""

from pathlib import Path

from exercises.kinds.widget import ExerciseWidget, join_module, join_style

HERE = Path(__file__).parent


class DeskWidget(ExerciseWidget):
    """Shows one exercise of the kind desk."""

    _esm = join_module(HERE / "view.js")
    _css = join_style(HERE / "view.css")
