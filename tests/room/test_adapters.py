"""In which networks a computer is: all of them are seen, those without a way out as well."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest

from exercises.room import addresses
from exercises.room.addresses import adapters, interfaces


@pytest.fixture
def computer(monkeypatch):
    """A computer with some adapters, by name: whether each is up, and its addresses; none of them leads out."""

    def has(**all_of_them):
        at = {
            name: [SimpleNamespace(family=socket.AF_INET6, address="fe80::1%1")]
            + [SimpleNamespace(family=socket.AF_INET, address=one) for one in found]
            for name, (_, *found) in all_of_them.items()
        }
        is_up = {name: SimpleNamespace(isup=up) for name, (up, *_) in all_of_them.items()}
        monkeypatch.setattr(addresses.psutil, "net_if_addrs", lambda: at)
        monkeypatch.setattr(addresses.psutil, "net_if_stats", lambda: is_up)

    monkeypatch.setattr(addresses, "_FAR", ("no address", 0))
    return has


def test_a_hotspot_of_the_computers_own_is_a_network(computer):
    computer(lo=(True, "127.0.0.1"), wlan0=(True, "10.42.0.1"))
    assert interfaces() == ["10.42.0.1"]


def test_cable_and_wifi_are_both_named_with_what_the_system_calls_them(computer):
    computer(lo=(True, "127.0.0.1", "127.0.1.1"), Ethernet=(True, "10.1.0.5"), **{"Wi-Fi": (True, "10.2.0.5")})
    assert adapters() == {"10.1.0.5": "Ethernet", "10.2.0.5": "Wi-Fi"}


def test_an_adapter_that_is_off_is_none_and_an_address_that_nobody_gave_comes_last(computer):
    computer(a=(True, "169.254.7.7"), b=(False, "10.1.0.5"), c=(True, "10.2.0.5"))
    assert interfaces() == ["10.2.0.5", "169.254.7.7"]


def test_a_system_that_tells_nothing_is_no_fault(computer, monkeypatch):
    def refuse():
        raise PermissionError(13, "Permission denied")

    computer()
    monkeypatch.setattr(addresses.psutil, "net_if_stats", refuse)
    assert interfaces() == []


@pytest.mark.skipif(os.name != "posix" or not shutil.which("unshare"), reason="needs networks of its own")
@pytest.mark.parametrize(
    ("steps", "seen"),
    [
        (("ip link set lo up",), []),
        (("ip link set lo up", "ip addr add 10.42.0.1/24 dev lo"), ["10.42.0.1"]),
        (
            (
                "ip link set lo up",
                "ip addr add 10.1.0.5/24 dev lo",
                "ip addr add 10.2.0.5/24 dev lo",
                "ip route add default dev lo src 10.2.0.5",
            ),
            ["10.2.0.5", "10.1.0.5"],
        ),
    ],
)
def test_all_networks_of_a_real_computer_are_seen_the_one_that_leads_out_first(steps, seen):
    program = "import json; from exercises.room.addresses import interfaces; print(json.dumps(interfaces()))"
    command = " && ".join([*steps, f"exec {sys.executable} -c '{program}'"])
    done = subprocess.run(["unshare", "-n", "sh", "-c", command], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no networks of its own here: {done.stderr}")
    assert json.loads(done.stdout) == seen
