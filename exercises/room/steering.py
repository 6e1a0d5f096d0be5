"""What the teacher has set for the class: which notebooks are open, and whether all look up; kept over a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from exercises.answers.batch import BatchStore

_NAME = "room-steering"


class Steering:
    """What is set now; one process steers a class, and what sets something runs in the room's one writer.

    Each button changes what the one before has left, so two that are pressed at once must not read it both.

    Parameters
    ----------
    store : BatchStore
        The file of the class.

    Raises
    ------
    StoreTrouble
        If the disk does not do its part; so does every method that sets something, and then nothing is set.
    """

    def __init__(self, store: BatchStore) -> None:
        self._store = store
        kept = _read(store.noted(_NAME))
        self._closed, self._paused = _texts(kept.get("closed")), kept.get("paused") is True
        self._start: object = kept.get("start")

    @property
    def paused(self) -> bool:
        """Whether the class is asked to look up."""
        return self._paused

    def is_open(self, page: str) -> bool:
        """Say whether the notebook at an address can be opened anew."""
        return page not in self._closed

    def begin(self, wanted: Iterable[str], pages: Iterable[str], day: str) -> bool:
        """Open only some notebooks as the class starts; give whether that was done.

        After a start with the same ones on the same day, all stays as it was set since: then the computer or the
        program had stopped in the lesson, and the teacher has typed the same command again.

        Parameters
        ----------
        wanted, pages : iterable of str
            Addresses of those to open, and of all there are.
        day : str
            The day here.
        """
        start = {"day": day, "open": sorted(wanted)}
        if self._start == start:
            return False
        self._set(self._closed.union(pages).difference(start["open"]), paused=self._paused, start=start)
        return True

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

    def _set(self, closed: frozenset[str], *, paused: bool, start: object = None) -> None:
        before = self._closed, self._paused, self._start
        now = closed, paused, start or self._start
        self._store.note(_NAME, json.dumps({"closed": sorted(closed), "paused": paused, "start": now[2]}))
        self._store.if_undone(lambda: self._be(before))
        self._be(now)

    def _be(self, now: tuple[frozenset[str], bool, object]) -> None:
        self._closed, self._paused, self._start = now


def _read(kept: str | None) -> dict[str, Any]:
    """Read what was kept; what is damaged sets nothing."""
    try:
        found = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _texts(found: object) -> frozenset[str]:
    return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()
