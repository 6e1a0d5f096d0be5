"""A text or file that cannot be used, and the sentences that are said of one that can."""

from __future__ import annotations

from typing import NoReturn

from exercises.files.fault import InWords
from exercises.words import plain_number, words


class TextRefused(InWords, ValueError):  # noqa: N818 - what is said to whoever brought the text
    """A text that cannot be used; the message is one clear sentence on why, and what to do."""


def refuse(name: str, /, **values: str | int) -> NoReturn:
    """Refuse a text.

    Parameters
    ----------
    name : str
        Which sentence of ``texts.refused``.
    values : str or int
        What stands in its places.

    Raises
    ------
    TextRefused
        Always.
    """
    raise TextRefused(_sentence("refused", name, values))


def told(name: str, /, **values: str | int) -> str:
    """Give a sentence of ``texts.told`` on what was mended, left out or guessed."""
    return _sentence("told", name, values)


def _sentence(part: str, name: str, values: dict[str, str | int]) -> str:
    shown = {key: plain_number(value) if isinstance(value, int) else value for key, value in values.items()}
    return str(words("texts")[part][name]).format(**shown)
