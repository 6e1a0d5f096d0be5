"""The widget of the kind choose."""

from pathlib import Path

from exercises.kinds.widget import ExerciseWidget, join_module, join_style

HERE = Path(__file__).parent


class ChooseWidget(ExerciseWidget):
    """Shows one exercise of the kind choose."""

    _esm = join_module(HERE / "view.js")
    _css = join_style(HERE / "view.css")
