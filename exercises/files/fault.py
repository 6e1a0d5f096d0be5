"""A fault whose text is all that a person needs."""

from __future__ import annotations


class InWords:
    """Mixed into an exception, so that Jupyter shows its text alone: a traceback tells a student nothing."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]
