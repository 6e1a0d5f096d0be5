"""Writes dates and numbers as the language does that is spoken now, whatever language the computer is set to."""

from __future__ import annotations

import re
from datetime import date

from exercises.words.spoken import words

# Not a part of an address, of the name of a file or of a moment.
_ISO = re.compile(r"(?<![\w/.:=-])[12]\d{3}-\d\d-\d\d(?![\w/=-])", re.ASCII)


def plain_date(day: str | date) -> str:
    """Write a date as people read it: ``21 November 2025`` in English.

    Parameters
    ----------
    day : str or date
        The day; as text in ISO form.

    Raises
    ------
    ValueError
        If the text is no date.
    """
    moment, said = date.fromisoformat(str(day)), words("dates")
    return str(said["day"]).format(day=moment.day, month=said["months"][moment.month - 1], year=moment.year)


def days_in_words(text: str) -> str:
    """Write every day that a text has in ISO form as people read it; what is no day of a calendar stays."""
    return _ISO.sub(_day, text)


def _day(found: re.Match[str]) -> str:
    try:
        return plain_date(found[0])
    except ValueError:
        return found[0]


def plain_number(number: int) -> str:
    """Write a whole number as people read it: ``5,000`` in English."""
    return f"{number:,}".replace(",", str(words("numbers")["thousands"]))
