"""The limit of open files is raised as far as the system allows, and never lowered."""

from __future__ import annotations

import sys

import pytest

from exercises.room import handles

resource = pytest.importorskip("resource")


@pytest.mark.parametrize(
    ("limits", "found", "set_to"),
    [
        ((256, 10_240), handles.WANTED, handles.WANTED),
        ((256, resource.RLIM_INFINITY), handles.WANTED, handles.WANTED),
        ((256, 1024), 1024, 1024),
        ((100_000, 100_000), 100_000, None),
    ],
)
def test_it_is_raised_where_it_can_be(monkeypatch, limits, found, set_to):
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _what: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _what, wanted: asked.append(wanted[0]))
    assert (handles.raised(), asked) == (found, [] if set_to is None else [set_to])


def test_a_system_that_refuses_stays_as_it_is(monkeypatch):
    def refuses(*_args):
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "getrlimit", lambda _what: (256, 4096))
    monkeypatch.setattr(resource, "setrlimit", refuses)
    assert handles.raised() == 256


def test_windows_waits_for_no_more_than_it_can(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert handles.raised() == handles.ON_WINDOWS
