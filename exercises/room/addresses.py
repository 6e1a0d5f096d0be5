"""Under which addresses this computer can be reached, and how to show one to a class."""

from __future__ import annotations

import io
import os
import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address

import segno

from exercises.room.classes import ClassRefused

HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 (named here, and used only if a teacher types it)
_NAMED = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(:[0-9]{1,5})?")
_FAR = ("192.0.2.1", 9)  # an address for documentation (RFC 5737): nothing is sent there, the system only picks a way


def interfaces() -> list[str]:
    """Give the IPv4 addresses of this computer in its networks, the one that leads out first; none if it has none."""
    found: dict[str, None] = {}
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_FAR)
        found[str(probe.getsockname()[0])] = None
    with suppress(OSError):
        found |= dict.fromkeys(str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET))
    return [one for one in found if not ip_address(one).is_loopback and not ip_address(one).is_unspecified]


def is_free(address: str, port: int) -> bool:
    """Say whether nobody listens there yet."""
    with socket.socket() as probe:
        if os.name == "posix":  # Lines of a room that was just ended, or killed, do not keep it from opening again.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def is_here_only(address: str) -> bool:
    """Say whether an address, or what a name stands for, is that of this computer for itself alone."""
    try:
        found = [str(one[4][0]).split("%")[0] for one in socket.getaddrinfo(address, None)]
    except OSError:
        return False
    return all(ip_address(one).is_loopback for one in found)


def as_blocks(address: str) -> str:
    """Draw an address as a QR code for a terminal."""
    drawn = io.StringIO()
    segno.make(address, error="m").terminal(out=drawn, compact=True)
    return drawn.getvalue()


def as_picture(address: str, scale: int = 5) -> str:
    """Draw an address as a QR code for a page: dark on white, whatever stands around it; ``scale`` in pixels."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", xmldecl=False, scale=scale, border=3, light="#fff")
    return drawn.getvalue().decode("utf-8")


@dataclass(frozen=True, slots=True)
class Reach:
    """How browsers reach the room.

    Attributes
    ----------
    bind : str
        Address of this computer at which it answers; ``0.0.0.0`` is all of them.
    hosts : tuple of str
        Names and ports under which browsers may ask.
    link : str
        Address of the way in, for the QR code.
    """

    bind: str
    hosts: tuple[str, ...]
    link: str

    @property
    def board(self) -> str:
        """The address as one writes it on a board."""
        return self.link.removeprefix("http://").removesuffix("/")


def reach_of(bind: str, port: int, named: str = "", *, secure: bool = False) -> Reach:
    """Say how browsers reach the room.

    Parameters
    ----------
    bind : str
        Address of this computer at which it answers.
    port : int
        Its port.
    named : str
        Name or address under which students reach it, with a port if that is another one; that of ``bind`` by default.
    secure : bool
        Whether it answers with a certificate.

    Raises
    ------
    ClassRefused
        If ``named`` is none.
    """
    if named and not _NAMED.fullmatch(named):
        raise ClassRefused("no_address", address=named)
    everywhere = bind == EVERYWHERE
    own = [*interfaces(), HERE] if everywhere else [bind]
    if HERE in own:
        own.append("localhost")
    named = named.lower()
    given = named if ":" in named or not named else f"{named}:{port}"
    hosts = [*([given] if given else []), *(f"{one}:{port}" for one in own)]
    standard = ":443" if secure else ":80"
    # A browser leaves the usual port out.
    hosts += [one.removesuffix(standard) for one in hosts if one.endswith(standard)]
    return Reach(bind, tuple(dict.fromkeys(hosts)), f"{'https' if secure else 'http'}://{hosts[0]}/")
