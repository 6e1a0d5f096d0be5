"""Fills the templates of the paper; everything from a lesson reaches the page as text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from exercises.kinds.printed import letter
from exercises.paper.markdown import html_of
from exercises.words import language, plain_date, words

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
KINDS = HERE.parent / "kinds"
SECTIONS = ("paper", "remarks", "desk", "choose", "sort", "rate", "compare", "rubric", "formats", "notebook")


def fill(template: str, **content: Any) -> Markup:
    """Fill one template.

    Parameters
    ----------
    template : str
        Its name: ``guide.html`` of the paper, or ``choose/paper.html`` of a kind.
    **content
        What it asks for.

    Returns
    -------
    Markup
        HTML; all text in it is escaped.
    """
    # Words are given anew each time, because the next page may be in another language.
    spoken = {section: words(section) for section in SECTIONS}
    told = {"said": spoken["paper"], "words": spoken, "language": language()}
    return Markup(_templates().get_template(template).render(told | content))  # noqa: S704 (autoescape is on)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([TEMPLATES, KINDS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"letter": letter, "day": plain_date, "html": html_of, "pieces": pieces}
    # Our own file, without anything from outside.
    environment.globals["style"] = Markup((TEMPLATES / "print.css").read_text(encoding="utf-8"))  # noqa: S704
    return environment


def pieces(sentence: dict[str, Any], given: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Cut a sentence at the marks that are given.

    Parameters
    ----------
    sentence : dict
        A sentence as the page of *mark* has it: ``start`` and ``text``.
    given : list of dict
        Marks with ``start``, ``end`` and ``label``, counted in the whole text.

    Returns
    -------
    list of dict
        Each with ``text`` and ``label``; the label is empty for words without a mark.
    """
    start, text = sentence["start"], sentence["text"]
    inside = [mark for mark in given if start <= mark["start"] < start + len(text)]
    found, at = [], 0
    for mark in sorted(inside, key=lambda mark: int(mark["start"])):
        first, last = mark["start"] - start, mark["end"] - start
        if first < at:
            continue
        found += [{"text": text[at:first], "label": ""}, {"text": text[first:last], "label": mark["label"]}]
        at = last
    return [piece for piece in [*found, {"text": text[at:], "label": ""}] if piece["text"]]
