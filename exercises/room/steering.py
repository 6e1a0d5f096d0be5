"""What the teacher has set for the class: which notebooks are open, and whether all look up; kept over a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from exercises.answers.store import Store

_NAME = "room-steering"


class Steering:
    """What is set now; one process steers a class.

    Parameters
    ----------
    store : Store
        The file of the class.

    Raises
    ------
    StoreTrouble
        If the disk does not do its part; so does every method that sets something, and then nothing is set.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        kept = _read(store.noted(_NAME))
        self._closed, self._paused = _texts(kept.get("closed")), kept.get("paused") is True

    @property
    def paused(self) -> bool:
        """Whether the class is asked to look up."""
        return self._paused

    def is_open(self, page: str) -> bool:
        """Say whether the notebook at an address can be opened anew."""
        return page not in self._closed

    def pause(self, *, on: bool) -> None:
        """Ask the class to look up, or let it go on."""
        self._set(self._closed, paused=on)

    def switch(self, pages: Iterable[str], *, on: bool) -> None:
        """Open or close the notebooks at some addresses."""
        pages = frozenset(pages)
        self._set(self._closed - pages if on else self._closed | pages, paused=self._paused)

    def told(self, page: str) -> dict[str, bool]:
        """Give what the page at an address has to know."""
        return {"paused": self._paused, "closed": not self.is_open(page)}

    def _set(self, closed: frozenset[str], *, paused: bool) -> None:
        self._store.note(_NAME, json.dumps({"closed": sorted(closed), "paused": paused}))
        self._closed, self._paused = closed, paused


def _read(kept: str | None) -> dict[str, Any]:
    """Read what was kept; what is damaged sets nothing."""
    try:
        found = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _texts(found: object) -> frozenset[str]:
    return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()
