"""Which notebooks are open when a class begins, as a teacher types it: 1,2,7b."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.lesson.models.lesson import short
from exercises.room.classes import ClassRefused


def chosen(typed: str, pages: Mapping[str, str]) -> list[str]:
    """Give the addresses of the notebooks that were typed, of all lessons.

    Parameters
    ----------
    typed : str
        Numbers or names with commas between them, such as ``1,2,7b`` or ``start_here``.
    pages : mapping of str to str
        Name of the notebook by the address of its page.

    Raises
    ------
    ClassRefused
        If there is none of a name, or no name at all; names those there are.
    """
    known: dict[str, list[str]] = {}
    for page, name in pages.items():
        known.setdefault(short(name), []).append(page)
    names = {name: short(name) for name in pages.values()}
    found: list[str] = []
    # Commas alone name nothing, and say so as a whole.
    for one in list(filter(None, (part.strip().lower() for part in typed.split(",")))) or [typed]:
        wanted = names.get(one, one.lstrip("0"))
        if wanted not in known:
            raise ClassRefused("no_notebook", typed=one, there=", ".join(map(short, sorted(names))))
        found += known[wanted]
    return found
