"""Windows of the browser that are lent: opening a new one costs more than most tests of a view do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

ADDRESS = "http://alone.test/"
_free: dict[int, list[Window]] = {}  # by browser


class Window:
    """A window of its own with one page in it, which notes every fault of a script.

    Attributes
    ----------
    page : playwright.sync_api.Page
        The page.
    faults : list of str
        What scripts of the page raised since the window was lent.
    ask : callable
        What answers ``askKernel`` in the page.
    """

    def __init__(self, browser, *, touch: bool) -> None:
        # Without motion no check looks at a colour half way to another.
        self.context = browser.new_context(has_touch=touch, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.ask: Any = None
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.expose_function("askKernel", lambda message: self.ask(message))
        self._storage = self.context.new_cdp_session(self.page)

    def forget(self) -> None:
        """Leave nothing of what was shown and kept in it."""
        place = urlsplit(self.page.url)
        self.page.goto("about:blank")
        for origin in {ADDRESS.rstrip("/"), f"{place.scheme}://{place.netloc}"}:
            self._storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.context.clear_cookies()
        self.context.unroute_all()
        self.page.emulate_media(media="screen", reduced_motion="reduce")
        self.faults, self.ask = [], None


def lend(browser) -> Window:
    """Give an empty window."""
    free = _free.setdefault(id(browser), [])
    return free.pop() if free else Window(browser, touch=False)


def give_back(browser, window: Window) -> None:
    """Take a window back for the next test."""
    window.forget()
    _free[id(browser)].append(window)


@contextmanager
def lent_page(browser) -> Iterator[Page]:
    """Lend a page for a real host, which has its own scripts still at hand from the test before."""
    window = lend(browser)
    window.page.set_viewport_size({"width": 1200, "height": 900})
    yield window.page
    give_back(browser, window)
