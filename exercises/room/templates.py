"""Fills the templates of the room; everything reaches the page as text, in the language that is spoken now."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from exercises.page.templates import templates
from exercises.words import language, words

PAGES = Path(__file__).parent / "pages"


def fill(template: str, **content: Any) -> Markup:
    """Fill one template, such as ``notebook.html``; ``words`` and ``language`` are there for all."""
    written = _templates().get_template(template).render(words=words, language=language(), **content)
    return Markup(written)  # noqa: S704 (the environment escapes)


@cache
def _templates() -> Environment:
    return templates(PAGES)
