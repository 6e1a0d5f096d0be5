"""What a page shows of the answers that were put aside: the newest of them; an opened file may bring hundreds."""

from __future__ import annotations

import json

from exercises.answers.work import Aside
from exercises.exchange.record import Record

MOST = 50  # versions, each with buttons of its own
LONGEST = 200_000  # characters of all: the state of an exercise goes to the page with every answer that is saved


def shown_of(record: Record) -> tuple[list[Aside], int]:
    """Give the newest answers that were put aside, the newest first, and how many others there are."""
    all_of_them = [one for one in reversed(record.aside) if not record.shows(one)]
    shown, room = list[Aside](), LONGEST
    for one in all_of_them[:MOST]:
        room -= len(json.dumps(one.answer))
        if shown and room < 0:
            break
        shown.append(one)
    return shown, len(all_of_them) - len(shown)
