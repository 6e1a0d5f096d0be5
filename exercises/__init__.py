"""The public face of the course: ``open_lesson`` and ``opened`` are all a notebook needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exercises.jupyter.session import Session

__all__ = ["open_lesson", "opened"]


def open_lesson(name: str, notebook: str | None = None) -> Session:
    """Open a lesson for the student at this computer and print one ready line.

    Parameters
    ----------
    name : str
        Folder of the lesson below ``lessons/``.
    notebook : str, optional
        Name of the notebook that is open; the bar shows its exercises.

    Returns
    -------
    Session
        Shows exercises, the bar and charts.

    Raises
    ------
    LessonError
        If a file of the lesson is damaged; the message names file, line and cure.
    """
    # Imported here so that the command line and the server extension do not pay for the widgets.
    from exercises.jupyter.session import open_session

    return open_session(name, notebook)


def opened(name: str, notebook: str) -> Session:
    """Give the lesson as the first cell of its notebook opened it; if that was not run, open it now.

    So any cell of a notebook can be run by itself. Parameters, result and errors are those of `open_lesson`.
    """
    from exercises.jupyter.session import opened_session

    return opened_session(name, notebook)
