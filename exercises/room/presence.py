"""Who is on which page: known by the lines that are open, and reached through them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Literal

GRACE = 3.0
"""Seconds in which a page that was told of the end may still send what was typed last."""

RETURN = 20.0
"""Seconds from the first page of a device until all that it had open are back: they try again every 8 at least."""

MOST = 12
"""Pages that are open on one device at once."""

Why = Literal["ended", "left", "out", "more"]
"""Why a device is out: the lesson has ended, somebody left at it, the teacher signed it out, or too many came in."""


@dataclass(frozen=True, slots=True, eq=False)
class Seat:
    """One page that is open.

    Attributes
    ----------
    code, device, page : str
        Under which code, at which device, and the address of the page.
    tell : callable
        Sends plain data to the page.
    shut : callable
        Ends its line, and hears nothing of it any more.
    """

    code: str
    device: str
    page: str
    tell: Callable[[dict[str, Any]], None]
    shut: Callable[[], None]


class Presence:
    """The pages that are open now; kept by one process, in its loop.

    Parameters
    ----------
    now : callable
        Gives seconds of a clock that nobody sets.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._seats: dict[Seat, None] = {}  # in the order in which they were opened
        self._came: dict[str, float] = {}
        self._opened: dict[str, set[str]] = {}

    def enter(self, seat: Seat) -> None:
        """Note that a page is open; where a device has too many, the one that was opened first gives way."""
        here = [one for one in self._seats if one.device == seat.device]
        for oldest in here[: max(len(here) - MOST + 1, 0)]:
            # The oldest, as that may be one of which a sleeping device knows nothing any more.
            oldest.tell({"room": {"out": "many"}})
            oldest.shut()
            self.leave(oldest)
        self._seats[seat] = None
        self._came.setdefault(seat.device, self._now())
        self._opened.setdefault(seat.device, set()).add(seat.page)

    def leave(self, seat: Seat) -> None:
        """Note that a page is closed, or that its line is cut."""
        self._seats.pop(seat, None)

    def codes(self) -> list[str]:
        """Give the codes under which a page is open, in order."""
        return sorted({seat.code for seat in self._seats})

    def devices(self) -> set[str]:
        """Give the devices on which a page is open."""
        return {seat.device for seat in self._seats}

    def pages(self) -> dict[str, list[str]]:
        """Give the codes that are on each page, in order, by its address."""
        found: dict[str, set[str]] = {}
        for seat in self._seats:
            found.setdefault(seat.page, set()).add(seat.code)
        return {page: sorted(codes) for page, codes in sorted(found.items())}

    def opened(self) -> dict[str, frozenset[str]]:
        """Give the pages that each device has opened since the room was.

        Who reloads a page, or is cut off, is still at work on it. Of a device that is not in it, nothing is known: it
        has opened none yet, or not all that it had open before the room was killed may be back.
        """
        now = self._now()
        return {one: frozenset(self._opened[one]) for one, came in self._came.items() if now - came >= RETURN}

    def tell(self, content: dict[str, Any], page: str | None = None) -> None:
        """Tell the room's own news to every page that is open, or to all that show one notebook."""
        for seat in [one for one in self._seats if page in (None, one.page)]:
            seat.tell({"room": content})

    def out(self, devices: Collection[str], why: Why) -> None:
        """Tell the pages of devices that these are out, and end their lines.

        What was typed last may still come, unless the teacher signs one device out: that may be in wrong hands.
        """
        for device in devices:
            self._came.pop(device, None)
            self._opened.pop(device, None)
        for seat in [one for one in self._seats if one.device in devices]:
            seat.tell({"room": {"out": why}})
            if why == "out":
                seat.shut()
            else:
                asyncio.get_running_loop().call_later(GRACE, seat.shut)
