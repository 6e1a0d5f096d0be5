"""Turns our Markdown into HTML for paper: no HTML passes through, and links keep only their words."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markupsafe import Markup

PREFIX = "## "


def html_of(text: str) -> Markup:
    """Write Markdown as HTML.

    Parameters
    ----------
    text : str
        Markdown of a lesson.

    Returns
    -------
    Markup
        HTML in which every < of the text is escaped, without links and pictures.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Nobody can click on paper; the words of a link stay.
    for rule in ("link_open", "link_close", "image"):
        parser.add_render_rule(rule, lambda *_: "")
    return Markup(parser.render(text))  # noqa: S704 (the parser escapes)


def headings_of(text: str) -> Iterator[str]:
    """Give the headings of the second rank, by which a teacher finds the place in a notebook."""
    for line in text.splitlines():
        if line.startswith(PREFIX):
            yield line.removeprefix(PREFIX).strip()
