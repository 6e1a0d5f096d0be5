"""Ports on this machine: one that is free, and waiting until somebody answers at one."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request

PAUSE = threading.Event()  # waited on while polling; never set


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, seconds: float = 300) -> None:
    for _ in range(int(seconds * 5)):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            PAUSE.wait(0.2)
        else:
            return
    raise TimeoutError(f"{address} did not answer within {seconds} s")
