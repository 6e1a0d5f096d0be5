"""Turns our Markdown into HTML for paper: no HTML passes through, and links keep only their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from exercises.words import words
from exercises.words.phrases import matching, one_of

PREFIX = "## "
_RULE = re.compile(r"_{30,}")
_RULED = 30
_LABEL = re.compile(r"\s+(?=[A-Z]{4,}(?: \(\w+\))?: )")
_BOX = re.compile(r"☐ ")
_HEADING = re.compile(r"^#{2,3} ", re.MULTILINE)
_SENTENCES = re.compile(r"((?<=[.!?])\s+|\n\s*\n)")


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
    return Markup(_parser().render(text))  # noqa: S704 (the parser escapes)


def line_of(text: str) -> Markup:
    """Write one line of Markdown as HTML without a paragraph round it, such as a heading."""
    return Markup(_parser().renderInline(text))  # noqa: S704 (the parser escapes)


def ruled(html: Markup) -> Markup:
    """Make lines to write on of long rows of underscores, as wide as the page, and keep a box beside its word."""
    return Markup(_BOX.sub("☐\u00a0", _RULE.sub('<i class="rule"></i>', html)))  # noqa: S704 (HTML already)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # A long row of underscores is a line to write on; Markdown takes one that stands alone for a rule between parts.
    parser.add_render_rule("hr", _hr)
    # Nobody can click on paper; the words of a link stay.
    for rule in ("link_open", "link_close", "image"):
        parser.add_render_rule(rule, lambda *_: "")
    return parser


def _hr(_: object, tokens: Sequence[Token], place: int, *__: object) -> str:
    row = tokens[place].markup
    return '<i class="rule"></i>\n' if row.startswith("_") and len(row) >= _RULED else "<hr />\n"


def lines_of(text: str) -> str:
    """Begin a line at each label in capitals, such as ``TEXT:``: a headline does not run on into its text."""
    return _LABEL.sub("\n", text)


def headings_of(text: str) -> Iterator[str]:
    """Give the headings of the second rank, by which a teacher finds the place in a notebook."""
    for line in text.splitlines():
        if line.startswith(PREFIX):
            yield line.removeprefix(PREFIX).strip()


def from_last_heading(text: str) -> tuple[str, str]:
    """Part a text before its last heading; without one all of it is the second part."""
    places = [found.start() for found in _HEADING.finditer(text)]
    return (text[: places[-1]], text[places[-1] :]) if places else ("", text)


def on_paper(text: str) -> str:
    """Say for paper what a notebook says of the screen.

    Parameters
    ----------
    text : str
        Markdown of a notebook.

    Returns
    -------
    str
        The same with other words where `paper.instead` has some, and without the sentences that name what only a screen
        has (`paper.screen_only`).
    """
    said = words("paper")
    gone = matching(said["screen_only"])
    # Every second piece is what stands between two sentences.
    pieces = _SENTENCES.split(text)
    text = "".join("" if gone.search(piece) else piece for piece in pieces)
    for screen, paper in said["instead"].items():
        text = re.sub(rf"\b{one_of([screen])}\b", paper, text)
    return text
