"""One Chromium for all browser tests, and a way to open views alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Test files are imported one by one, so the folder is put where they find their common harness.
sys.path.insert(0, str(Path(__file__).parent))

from classroom import Class
from desk_lesson import desk_item, desk_lesson
from playwright.sync_api import expect

from alone import Alone, chromium
from figure_alone import FigureAlone
from hosts import course, host, refresh
from kernel_alone import KernelAlone
from windows import lent_page

# Long enough for a busy machine: how fast a page is stands in the bench.
expect.set_options(timeout=60_000)

# Files that take a minute or more by themselves: begun last, they would keep everybody waiting.
LONGEST = (
    "test_hosts.py",
    "test_windows_in_hosts.py",
    "test_second_host.py",
    "test_room.py",
    "test_storm.py",
    "test_wheel.py",
)


def pytest_collection_modifyitems(items):
    """Let the longest files begin first; the others stay in their order."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def only_lab(tmp_path_factory):
    """Run one JupyterLab for the whole session; it serves Notebook 7 as well."""
    folder = tmp_path_factory.mktemp("lab")
    with host("lab", course(folder / "course"), folder / "store") as started:
        yield started


@pytest.fixture(scope="session")
def only_voila(tmp_path_factory):
    """Run one Voila for the whole session."""
    folder = tmp_path_factory.mktemp("voila")
    with host("voila", course(folder / "course"), folder / "store") as started:
        yield started


@pytest.fixture(scope="module")
def lab(only_lab):
    """Give the Lab as new: no kernel is running, and nothing is kept."""
    return refresh(only_lab)


@pytest.fixture(scope="module")
def voila(only_voila):
    """Give the Voila with nothing kept."""
    return refresh(only_voila)


@pytest.fixture(scope="session")
def lesson(tmp_path_factory):
    """Run one class for the whole session; each test brings students of its own."""
    one = Class(tmp_path_factory.mktemp("class"))
    one.spare = one.issued(80)  # as before a lesson
    one.open()
    yield one
    one.kill()


@pytest.fixture
def card(lesson):
    """Give code and PIN of a student who was never there."""
    return lesson.card()


@pytest.fixture(scope="session")
def browser():
    """Run one Chromium for the whole session."""
    with chromium() as running:
        yield running


@pytest.fixture
def open_alone(browser):
    """Open views on pages of their own; all are closed after the test."""
    opened: list[Alone] = []

    def open_one(kind, body, **options) -> Alone:
        opened.append(Alone(browser, kind, body, **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def open_kernel(browser, kernel):
    """Open exercises of the practice lesson with their exchange behind them; all are closed after the test."""
    opened: list[KernelAlone] = []

    def open_one(name, *, opening=False, **options) -> KernelAlone:
        opened.append(KernelAlone(browser, kernel.exchange(name, opening=opening), **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def open_figure(browser):
    """Open figures on pages of their own; all are closed after the test."""
    opened: list[FigureAlone] = []

    def open_one(name, **options) -> FigureAlone:
        opened.append(FigureAlone(browser, name, **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def page(browser):
    """Open an empty page for a real host."""
    with lent_page(browser) as lent:
        yield lent


@pytest.fixture
def open_desk(open_alone, tmp_path):
    """Open a desk whose Check and Show me answer with what the kernel would say about a given answer."""

    def open_one(*claims, links="none", answer=None, change=None, **fields):
        from exercises.kinds.desk import KIND
        from exercises.kinds.doses import in_doses

        own = {name: fields.pop(name) for name in ("choose_from", "search") if name in fields}
        item = desk_item(*claims, **own)
        lesson = desk_lesson(tmp_path / "bridge", links)
        body = KIND.page(item, lesson)
        if change:
            change(body)
        result = in_doses(KIND.score(item, KIND.answer.model_validate(answer), lesson).model_dump()) if answer else None
        told = {"result": result} if result else {}
        return open_alone("desk", body, key=KIND.reveal(item, lesson), confidence=False, **told, **fields)

    return open_one
