"""Takes the signs of Markdown off a text: what a reader of the finished page would read stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from exercises.texts.bounds import MOST_BRACKETS
from exercises.texts.found import Found
from exercises.texts.refused import told

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 60
_FRONT = re.compile(r"\s*---[ \t]*\n((?:[^\n]*\n){0,200}?)---[ \t]*\n")
_TITLE = re.compile(r"title:[ \t]*[\"']?([^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def read_markdown(text: str) -> Found:
    """Read Markdown.

    Parameters
    ----------
    text : str
        The text as it stands in the file. HTML in it is left out, whatever it says.
    """
    text = text.replace("\r\n", "\n").replace("\0", "")
    front = _FRONT.match(text)
    named = _TITLE.search(front[1]) if front else None
    body = text[front.end() :] if front else text
    if body.count("[") > MOST_BRACKETS or (read := _read(body)) is None:
        return Found(body, named[1] if named else "", (told("markdown-stays"),))
    plain, heading = read
    return Found(plain, named[1] if named else heading)


def _read(body: str) -> tuple[str, str] | None:
    """Give text and first heading; None if the signs are such that much of the text would be lost."""
    from markdown_it import MarkdownIt

    try:
        tokens = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").parse(body)
    except RecursionError:
        return None
    plain = "".join(_pieces(tokens))
    if 2 * _letters(plain) < _letters(_TAG.sub("", body)):
        return None
    heading = next(
        (_inline(tokens[at + 1]) for at, token in enumerate(tokens) if token.tag == "h1" and token.nesting == 1), ""
    )
    return plain, heading


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield _inline(token)
        elif token.type in ("fence", "code_block"):
            yield f"{token.content}\n\n"
        elif token.type == "list_item_open":
            yield "- "
        elif token.type in ("paragraph_close", "heading_close", "tr_close"):
            # Paragraphs of a tight list are hidden: its points stand line by line.
            yield "\n" if token.hidden or token.tag == "tr" else "\n\n"
        elif token.type in ("td_close", "th_close"):
            yield " "
        elif token.type.endswith(("list_close", "table_close")):
            yield "\n"


def _inline(token: Token) -> str:
    return "".join(_words(child) for child in token.children or ())


def _words(child: Token) -> str:
    if child.type in ("text", "code_inline"):
        return child.content
    return {"softbreak": " ", "hardbreak": "\n"}.get(child.type, "")
