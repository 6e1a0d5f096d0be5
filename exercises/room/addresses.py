"""Under which addresses this computer can be reached, and how to show one to a class."""

from __future__ import annotations

import io
import os
import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

import psutil
import segno

from exercises.room.classes import ClassRefused

HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 (named here, and used only if a teacher types it)
_PART = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_NAMED = re.compile(rf"(?P<host>{_PART}(?:\.{_PART})*)(?P<port>:[1-9][0-9]{{0,4}})?")
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)")
_LONGEST, _LAST_PORT = 253, 65535
_FAR = ("192.0.2.1", 9)  # an address for documentation (RFC 5737): nothing is sent there, the system only picks a way


def interfaces() -> list[str]:
    """Give the IPv4 addresses of this computer in its networks, the one that leads out first; none if none is seen."""
    return list(adapters())


def adapters() -> dict[str, str]:
    """Give what the system calls the adapter of each address of this computer, in the order of `interfaces`."""
    found: dict[str, str] = {}
    # A network of the computer's own, as a hotspot, or one without internet, has no way out: the adapters are asked.
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_FAR)
        found[str(probe.getsockname()[0])] = ""
    with suppress(OSError):
        is_up = {name: stats.isup for name, stats in psutil.net_if_stats().items()}
        at = [(one, name) for name, all_at in psutil.net_if_addrs().items() if is_up.get(name) for one in all_at]
        found |= {str(one.address): name for one, name in at if one.family == socket.AF_INET}
    asked = {address: name for address, name in found.items() if _can_be_reached(ip_address(address))}
    # What a computer calls itself where nobody gives it an address comes last.
    return dict(sorted(asked.items(), key=lambda one: ip_address(one[0]).is_link_local))


def _can_be_reached(address: IPv4Address | IPv6Address) -> bool:
    return not address.is_loopback and not address.is_unspecified


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
        If ``named`` or ``bind`` is none.
    """
    if named and not _can_be_asked(named):
        raise ClassRefused("no_address", address=named)
    if bind != EVERYWHERE and (":" in bind or not _can_be_asked(bind)):
        raise ClassRefused("no_bind", address=bind)
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


def _can_be_asked(named: str) -> bool:
    """Say whether browsers can ask under a name or address, with a port or without."""
    found = _NAMED.fullmatch(named)
    if found is None or len(found["host"]) > _LONGEST or int((found["port"] or ":1")[1:]) > _LAST_PORT:
        return False
    # Browsers read what ends in a number as an address, and 0 or 127.1 as another one than stands there.
    return not _NUMBER.fullmatch(found["host"]) or _is_one_computer(found["host"])


def _is_one_computer(number: str) -> bool:
    try:
        address = IPv4Address(number)
    except ValueError:
        return False
    return not (address.is_unspecified or address.is_multicast or address.is_reserved)
