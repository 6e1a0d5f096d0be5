"""Under which addresses this computer can be reached, and how to show one to a class."""

from __future__ import annotations

import io
import os
import socket
from contextlib import suppress
from ipaddress import ip_address

import segno

HERE = "127.0.0.1"
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


def as_blocks(address: str) -> str:
    """Draw an address as a QR code for a terminal."""
    drawn = io.StringIO()
    segno.make(address, error="m").terminal(out=drawn, compact=True)
    return drawn.getvalue()


def as_picture(address: str) -> str:
    """Draw an address as a QR code for a page: dark on white, whatever stands around it."""
    return segno.make(address, error="m").svg_inline(scale=5, border=3, light="#fff", svgns=True, omitsize=False)
