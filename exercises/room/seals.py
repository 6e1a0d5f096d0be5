"""Opens the sealed answers of a whole class, each by the rules of its own exercise."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

from sqlalchemy import select

from exercises.answers.store import Store
from exercises.answers.tables import DRAFTS
from exercises.room.library import Library

Sealed = tuple[str, str, str]
"""Code, lesson and exercise."""


def sealed(library: Library, store: Store) -> list[Sealed]:
    """Give all answers of the class that are sealed now, in the lessons that are served.

    Raises
    ------
    StoreTrouble
        If the disk does not do its part.
    """
    columns = DRAFTS.c.code, DRAFTS.c.lesson, DRAFTS.c.exercise
    served = DRAFTS.c.lesson.in_(list(library.shelves))
    wanted = select(*columns).where(DRAFTS.c.phase == "sealed", served).order_by(*columns)
    rows = store.run(lambda connection: connection.execute(wanted).all(), write=False)
    return [(str(code), str(lesson), str(exercise)) for code, lesson, exercise in rows]


async def open_all(library: Library, store: Store) -> int:
    """Open all sealed answers, and give how many were opened; between two of them the class is heard.

    One that cannot be opened, such as one of an earlier edition of its exercise, stays as it is.
    """
    tab, count = f"teacher-{secrets.token_hex(6)}", 0
    for seq, (code, lesson, exercise) in enumerate(sealed(library, store), start=1):
        count += _opened(library, code, lesson, exercise, {"kind": "open", "tab": tab, "seq": seq, "code": code})
        await asyncio.sleep(0)
    return count


def _opened(library: Library, code: str, lesson: str, exercise: str, message: dict[str, Any]) -> bool:
    shelf = library.shelves.get(lesson)
    notebooks = shelf.lesson.info.notebooks if shelf else []
    for document in (library.document(lesson, entry.name) for entry in notebooks):
        if shelf is None or document is None or exercise not in {one.id for one in shelf.items.of(document.entry.name)}:
            continue
        replies: list[dict[str, Any]] = []
        visit = library.visit(document, code)
        visit.show(visit.open_seal(exercise), lambda _page, _state: None).receive(message, replies.append)
        return any(reply["kind"] == "result" for reply in replies)
    return False
