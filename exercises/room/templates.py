"""Fills the templates of the room; everything reaches the page as text, in the language that is spoken now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from exercises.page.templates import templates
from exercises.room.figures.digits import digits
from exercises.room.figures.splits import quoted
from exercises.words import language, words

PAGES = Path(__file__).parent / "pages"
_made_up: ContextVar[bool] = ContextVar("made_up", default=False)


@contextmanager
def made_up() -> Iterator[None]:
    """Say on every page that is written in the block, or for a room that is served in it, that all is made up."""
    before = _made_up.set(True)
    try:
        yield
    finally:
        _made_up.reset(before)


def fill(template: str, **content: Any) -> Markup:
    """Fill one template, such as ``notebook.html``; ``words``, ``language`` and ``notice`` are there for all."""
    common = {"words": words, "language": language(), "notice": words("room")["figures"]["made_up"] * _made_up.get()}
    written = _templates().get_template(template).render(**common, **content)
    return Markup(written)  # noqa: S704 (the environment escapes)


@cache
def _templates() -> Environment:
    made = templates(PAGES)
    made.filters |= {"digits": digits, "quoted": quoted}
    return made
