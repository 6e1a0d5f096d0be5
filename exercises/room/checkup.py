"""What can be seen of a room before the lesson: networks, port, disk; and what only a person can try."""

from __future__ import annotations

import sys

from exercises.answers.store import store_folder
from exercises.room.addresses import interfaces, is_free
from exercises.room.disk import network_kind
from exercises.words import words

_SYSTEMS = {"win32": "windows", "darwin": "mac"}
Seen = tuple[bool, str]
"""Whether it is good, and a sentence on it."""


def checkup(port: int) -> list[Seen]:
    """Look at what a class needs of this computer.

    Parameters
    ----------
    port : int
        The port that students' browsers will ask.
    """
    spoken, folder = words("room")["checkup"], store_folder()
    found, kind = interfaces(), network_kind(folder)
    taken = [address for address in found if not is_free(address, port)]
    seen: list[Seen] = [(bool(found), spoken["networks" if found else "no_network"].format(all=", ".join(found)))]
    if found:
        seen.append((not taken, spoken["port_taken" if taken else "port"].format(port=port, all=", ".join(taken))))
    seen.append((not kind, spoken["network_disk" if kind else "disk"].format(folder=folder, kind=kind)))
    return seen


def to_try() -> list[str]:
    """Give what cannot be seen from here, as sentences: firewall and sleep on this system, and one phone."""
    spoken = words("room")["checkup"]
    system = _SYSTEMS.get(sys.platform, "linux")
    return [spoken["firewall"][system], spoken["sleep"][system], *spoken["phone"]]
