"""The connections that are open: whoever holds too many loses the oldest, so that the door stays open to all."""

from __future__ import annotations

from tornado.iostream import IOStream

MOST_AT_ADDRESS = 240  # without a device of ours: forty browsers with six each, behind one router
MOST_ON_DEVICE = 24  # beside its lines
MOST = 4000


class Crowd:
    """All connections, in the order in which they came.

    A connection that asks for nothing just now can be closed without harm: browsers open another one. Those that carry
    the line of a page are counted, and never give way here.

    Attributes
    ----------
    most : int
        Connections at once.
    was_full : bool
        Whether one had to give way because there were too many in all.
    """

    def __init__(self, most: int = MOST) -> None:
        self.most, self.was_full = most, False
        self._strangers: dict[IOStream, str] = {}
        self._known: dict[IOStream, str] = {}
        self._lines: dict[IOStream, str] = {}

    def comes(self, stream: IOStream, address: str) -> None:
        """Take in a connection from an address."""
        _enter(self._strangers, stream, address, MOST_AT_ADDRESS)
        for all_there in (self._known, self._lines):
            _forget_closed(all_there)
        if len(self._strangers) + len(self._known) + len(self._lines) > self.most:
            self.make_room()

    def shows(self, stream: IOStream, device: str) -> None:
        """Know that a connection is of a device that has a cookie of ours."""
        if self._strangers.pop(stream, None) is not None:
            _enter(self._known, stream, device, MOST_ON_DEVICE)

    def stays(self, stream: IOStream) -> None:
        """Know that a connection carries the line of a page."""
        self._lines[stream] = self._strangers.pop(stream, "") or self._known.pop(stream, "")

    def make_room(self) -> None:
        """Close one that came long ago, best one of which no device is known."""
        self.was_full = True
        for some in (self._strangers, self._known):
            if some:
                _end(some, next(iter(some)))
                return


def _enter(some: dict[IOStream, str], stream: IOStream, name: str, most: int) -> None:
    """Add a connection under a name; of too many under it, the oldest gives way."""
    _forget_closed(some)
    some[stream] = name
    alike = [one for one, other in some.items() if other == name]
    for oldest in alike[: max(len(alike) - most, 0)]:
        _end(some, oldest)


def _forget_closed(some: dict[IOStream, str]) -> None:
    for stream in [one for one in some if one.closed()]:
        del some[stream]


def _end(some: dict[IOStream, str], stream: IOStream) -> None:
    del some[stream]
    stream.close()
