"""The widget of the kind compare."""

from pathlib import Path

from exercises.kinds.widget import ExerciseWidget, join_module, join_style

HERE = Path(__file__).parent


class CompareWidget(ExerciseWidget):
    """Shows one exercise of the kind compare."""

    _esm = join_module(HERE / "view.js")
    _css = join_style(HERE / "view.css")
