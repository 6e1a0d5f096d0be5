"""Reads a saved web page: the article stays; menus, scripts and all else around it do not. Nothing of it is run."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection
from typing import Any

from exercises.texts.bounds import DEEPEST_PAGE, MOST_ELEMENTS, MOST_TAGS
from exercises.texts.found import Found
from exercises.texts.refused import refuse, told

# Without a handler of its own, what the library notes would be printed among what a student reads.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_PICTURE = re.compile(r"data:[\w/+.;=-]{0,200};base64,[A-Za-z0-9+/=%_-]*")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
# What is in these is for browsers, or says that the browser is wrong.
# fmt: off
NEVER_READ = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "select",
    "textarea", "button", "audio", "video",
})
WITHIN_A_LINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})
# fmt: on
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
AROUND = ("nav", "aside", "footer")
SHORT = 200
"""Pages of fewer words are read whole, but for menus: too little to tell an article from what stands around it."""
LEAST_KEPT = 0.2
"""Of all words; with fewer it is safer to give all."""


def declared(data: bytes) -> str:
    """Give the encoding that a page names, or an empty string."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii", "replace").lower() if found else ""


def read_page(text: str) -> Found:
    """Read a saved web page.

    Parameters
    ----------
    text : str
        The page as it stands in the file.

    Raises
    ------
    TextRefused
        If it has too many parts, or parts too deep within parts.
    """
    if text.count("<") > MOST_TAGS:
        refuse("tangled-page")
    tree = _tree(text)
    if tree is None:
        return Found("")
    title = _title(tree)
    _strip(tree, NEVER_READ)
    whole = _all_text(tree)
    there = len(whole.split())
    if there < SHORT:
        _strip(tree, AROUND)
        return Found(_all_text(tree) or whole, title)
    article = _article(tree)
    kept = len(article.split())
    if kept < LEAST_KEPT * there:
        return Found(whole, title, (told("whole-page"),))
    return Found(article, title, (told("around-page", kept=kept, all=there),) if kept < 0.95 * there else ())


def _tree(text: str) -> Any:
    """Parse a page, and refuse one that is nested too deeply for what comes after."""
    from lxml import etree, html

    # Declarations of another encoding are for bytes; these are letters already.
    plain = _PICTURE.sub("data:,", text).replace("\0", "").encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(plain, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST_PAGE:
            refuse("tangled-page")
    if any("depth" in entry.message for entry in parser.error_log):
        refuse("tangled-page")
    return tree


def _title(tree: Any) -> str:
    """Give the title that a page names for others, that of its article, or that of its window."""
    for place in ("//meta[@property='og:title']/@content", "//h1", "//head/title"):
        for found in tree.xpath(place)[:1]:
            words = " ".join((found if isinstance(found, str) else found.text_content()).split())
            if words:
                return words
    return ""


def _strip(tree: Any, unread: Collection[str]) -> None:
    """Take out what no reader of the page sees, and all that a browser would do."""
    for element in list(tree.iter()):
        if _is_unread(element, unread) and element.getparent() is not None:
            element.drop_tree()
            continue
        for name in [name for name in element.attrib if name.startswith("on") or name == "style"]:
            del element.attrib[name]


def _is_unread(element: Any, unread: Collection[str]) -> bool:
    if element.tag in unread or "hidden" in element.attrib:
        return True
    return bool(_HIDDEN.search(element.get("style", "")[:2000]))


def _article(tree: Any) -> str:
    """Give what the library takes for the article; of a page with very many parts it would take minutes to tell."""
    from trafilatura import extract

    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return ""
    return _or_nothing(lambda: extract(tree, include_comments=False, include_tables=True, output_format="txt"))


def _all_text(tree: Any) -> str:
    """Give all text of a page, with a line for each of its parts."""
    from lxml import etree

    body = tree.find("body")
    body = tree if body is None else body
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        edge = "" if element.tag in WITHIN_A_LINE else "\n"
        if event == "start":
            pieces += [edge, element.text or ""]
        elif element is not body:
            pieces += [edge, element.tail or ""]
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _or_nothing(read: Callable[[], str | None]) -> str:
    # A library that loses its way in a strange page ends in any way; then the page is read without it.
    try:
        return read() or ""
    except Exception:
        return ""
