"""Before the lesson: which network, whether the port is free, where the class lies, and what a person has to try."""

from __future__ import annotations

import socket
import sys

import pytest

from exercises.room import checkup, disk
from exercises.room.checkup import to_try


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(checkup, "interfaces", lambda: ["127.0.0.1"])


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_computer_in_a_network_with_a_free_port_and_a_disk_is_ready(port):
    assert [good for good, _ in checkup.checkup(port)] == [True, True, True]


def test_a_port_that_somebody_uses_is_named_with_a_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        (_, seen, _) = checkup.checkup(port)
    assert (seen[0], f"Port {port} is in use" in seen[1], "--port 8766" in seen[1]) == (False, True, True)


def test_a_computer_in_no_network_is_told_to_join_one(port, monkeypatch):
    monkeypatch.setattr(checkup, "interfaces", list)
    good, sentence = checkup.checkup(port)[0]
    assert (good, "join the Wi-Fi" in sentence) == (False, True)


def test_a_network_folder_is_named(port, monkeypatch, tmp_path):
    (tmp_path / "mounts").write_text(f"//server/class {tmp_path} cifs rw 0 0\n", "utf-8")
    monkeypatch.setattr(disk, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(sys, "platform", "linux")
    good, sentence = checkup.checkup(port)[-1]
    assert (good, "cifs" in sentence) == (False, True)


@pytest.mark.parametrize(("platform", "word"), [("win32", "Windows"), ("darwin", "macOS"), ("linux", "ufw")])
def test_each_system_is_told_about_its_own_firewall(platform, word, monkeypatch):
    monkeypatch.setattr(sys, "platform", platform)
    said = to_try()
    assert (word in said[0], said[1].startswith("Sleep"), "client isolation" in " ".join(said)) == (True, True, True)
