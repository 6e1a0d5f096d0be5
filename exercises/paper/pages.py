"""Fills the templates of the paper and of each kind; everything from a lesson reaches the page as text."""

from __future__ import annotations

import re
import traceback
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound
from markupsafe import Markup

from exercises.files.problems import LessonError, Problem
from exercises.kinds.kind import Kind
from exercises.kinds.printed import letter
from exercises.page.templates import templates
from exercises.paper.markdown import html_of, line_of, lines_of, ruled
from exercises.words import days_in_words, language, plain_date, words

TEMPLATES = Path(__file__).parent / "templates"
_TAG = re.compile("(<[^>]*>)|([^<]+)")


class Sections(dict[str, dict[str, Any]]):
    """The words of the interface by section, each read when a template asks for it."""

    def __missing__(self, section: str) -> dict[str, Any]:
        self[section] = words(section)
        return self[section]


def fill(template: str, **content: Any) -> Markup:
    """Fill one template of the paper.

    Parameters
    ----------
    template : str
        Its name, such as ``guide.html``.
    **content
        What it asks for.

    Returns
    -------
    Markup
        HTML; all text in it is escaped.
    """
    return _filled(TEMPLATES, template, content, Sections())


def fill_form(kind: Kind, form: str, **content: Any) -> Markup:
    """Fill one template of a kind.

    Parameters
    ----------
    kind : Kind
        The kind, in whose folder the template lies.
    form : str
        Its name: ``paper.html``, ``slide.html``, ``tally.html`` or ``cards.html``.
    **content
        What it asks for.

    Returns
    -------
    Markup
        HTML; all text in it is escaped.

    Raises
    ------
    LessonError
        If there is no such template, or if it asks for something that is not there: a blank would look like an answer.
    """
    try:
        return _filled(kind.folder, form, content, Sections({kind.name: kind.said()}))
    except TemplateNotFound:
        what = f"The kind “{kind.name}” cannot be printed: there is no {form}"
        cure = "Write it: it is filled with “page” and “head”."
        raise LessonError([Problem(kind.folder / form, None, what, cure)]) from None
    except TemplateError as error:
        what = f"The kind “{kind.name}” cannot be printed: {error.message}"
        cure = "Ask only for what the page of the kind and the words of the interface hold."
        raise LessonError([Problem(kind.folder / form, _line(error, kind.folder / form), what, cure)]) from error


def has_form(kind: Kind, form: str) -> bool:
    """Say whether a kind has a template of its own."""
    return (kind.folder / form).is_file()


def _filled(folder: Path, template: str, content: dict[str, Any], spoken: Sections) -> Markup:
    # The words come with each page, because the next one may be in another language.
    told = {"said": spoken["paper"], "words": spoken, "language": language()}
    page = _templates(folder).get_template(template).render(told | content)
    # Nobody reads a day as machines write it; what stands in a tag stays, as the name of a file may hold one.
    return Markup(_TAG.sub(lambda found: found[1] or days_in_words(found[2]), page))  # noqa: S704 (autoescape is on)


def _line(error: TemplateError, file: Path) -> int | None:
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    return lines[-1] if lines else None


@cache
def _templates(folder: Path) -> Environment:
    environment = templates(folder)
    environment.filters |= {
        "letter": letter,
        "day": plain_date,
        "html": html_of,
        "line": line_of,
        "lines": lines_of,
        "ruled": ruled,
    }
    # Our own file, without anything from outside.
    environment.globals["style"] = Markup((TEMPLATES / "print.css").read_text(encoding="utf-8"))  # noqa: S704
    return environment
