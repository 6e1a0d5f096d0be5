"""Why an entry of a lesson was not mended: each says what stood in the way, and nothing was written."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.files.editing import NotEditedError
from exercises.files.problems import Problem


class Meanwhile(Exception):  # noqa: N818 - no error: somebody else was faster
    """A file that was changed since the page showed it; nothing of it is overwritten."""


class StillOpenError(ValueError):
    """An entry that cannot be accepted yet; ``fields`` names what is still to be filled in."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__()
        self.fields = fields


class FaultyError(ValueError):
    """An entry that cannot be accepted, as the check would name it; ``problems`` are what it would say."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


class TooLongError(NotEditedError):
    """An edit after which the file would be too large to be read at all."""


class OldEndsError(NotEditedError):
    """A file whose lines end in a way in which no line of it can be told from the next."""
