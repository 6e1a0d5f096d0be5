"""What stands beside the words of an article wherever they are shown: what is known of errors in it, and its origin."""

from __future__ import annotations

from exercises.lesson.models.lesson import LessonFile
from exercises.words import plain_date, words


def specimen(info: LessonFile) -> str:
    """Say whether errors are known in the article; where none are, nobody says that there are some.

    Parameters
    ----------
    info : LessonFile
        What the lesson says of itself.

    Returns
    -------
    str
        One sentence, the same on every page, paper and file.
    """
    return str(words("formats")["specimen"][info.article.known])


def origin(info: LessonFile) -> str:
    """Say who published the article and when, or that all of it is invented."""
    told = words("notebook")["invented" if info.invented else "origin"]
    return str(told).format(publisher=info.article.publisher, day=plain_date(info.article.dated))
