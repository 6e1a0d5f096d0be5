"""Writes dates and numbers as the language does that is spoken now, whatever language the computer is set to."""

from __future__ import annotations

from datetime import date

from exercises.words.spoken import words


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


def plain_number(number: int) -> str:
    """Write a whole number as people read it: ``5,000`` in English."""
    return f"{number:,}".replace(",", str(words("numbers")["thousands"]))
