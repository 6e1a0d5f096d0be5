"""Fills the templates of a new lesson: what comes from the article can stand there only as quoted words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exercises.lesson.models.base import still_open
from exercises.notebook.fresh.article import Article
from exercises.notebook.fresh.asking import Asked, asked_of
from exercises.notebook.fresh.drafts import Drafted, HowSure, SaidBy
from exercises.words import words

TEMPLATES = Path(__file__).with_name("templates")
ENDING = ".j2"
NOTEBOOKS = {
    "01_first_read": "First read",
    "02_who_says_so": "Who says so?",
    "05_how_sure": "How sure?",
    "07b_does_it_hold": "Does it hold, and as of when?",
}
"""Each notebook with its title."""
CHECKS_CLAIMS = "07b_does_it_hold"
"""The one whose words ask for sources, also where no claim was drafted and it has no desk."""
LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class About:
    """What is told of an article from outside.

    Attributes
    ----------
    name : str
        Name of the lesson, fit for a folder.
    title, publisher, address, dated : str
        Empty where it was not told; the day is always there.
    invented : bool
        Whether the article was written for the lesson.
    """

    name: str
    dated: str
    title: str = ""
    publisher: str = ""
    address: str = ""
    invented: bool = False


class _Bare(str):
    """Words of ours that need no quotation marks, such as an id."""

    __slots__ = ()


def files_of(about: About, article: Article, drafts: Drafted) -> dict[str, str]:
    """Write all files of a lesson.

    Parameters
    ----------
    about : About
        What is told of the article.
    article : Article
        The article.
    drafts : Drafted
        The drafts on it.

    Returns
    -------
    dict of str to str
        The text of each file by its name.
    """
    values = _values(about, article, drafts, asked_of(article.text, drafts))
    names = sorted(file.name for file in TEMPLATES.glob(f"*{ENDING}"))
    filled = {name.removesuffix(ENDING): _templates().get_template(name).render(values) for name in names}
    return {"article.txt": article.file} | {name: _tidy(text) for name, text in filled.items()}


def _values(about: About, article: Article, drafts: Drafted, asked: Asked) -> dict[str, Any]:
    spoken = words("fresh")
    title = about.title or article.brought.title or article.text.sentences[0].text
    entries = [
        {
            "name": _Bare(name),
            "title": title,
            "to": _Bare(f"{about.name}/{name}.ipynb"),
            "needs_sources": name == CHECKS_CLAIMS,
        }
        for name, title in NOTEBOOKS.items()
    ]
    return {
        "name": about.name,
        "title": _cut(" ".join(title.split())),
        "dated": about.dated,
        "publisher": about.publisher or still_open(),
        "address": about.address,
        "invented": about.invented,
        "open": still_open(),
        "sha256": hashlib.sha256(article.file.encode()).hexdigest(),
        "notebooks": entries,
        "sentences": len(article.text.sentences),
        "drafts": drafts,
        "asked": asked,
        "why": spoken["why"],
        "bare": _Bare,
        "bares": lambda entries: _Bare(f"[{', '.join(one.id for one in entries)}]"),
        "list": list,
        "numbers": _numbers,
        "named": lambda entries: ", ".join(f"S{number}" for number in _numbers(entries)),
    }


def _numbers(entries: Iterable[SaidBy | HowSure]) -> list[int]:
    return sorted({one.sentence for one in entries})


def _written(value: object) -> str:
    """Write a value as YAML takes it, whatever it holds; JSON is YAML."""
    return str(value) if isinstance(value, _Bare) else json.dumps(value, ensure_ascii=False)


@cache
def _templates() -> Environment:
    # What is filled in stands in YAML, where JSON keeps it in; numbers alone go into Markdown.
    made = Environment(  # noqa: S701
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["remark"] = lambda text: _Bare(" ".join(text.split()))
    return made


def _tidy(text: str) -> str:
    """Leave one empty line at most between parts; no words of an article stand there with a line end."""
    lines = text.split("\n")
    kept = [line for at, line in enumerate(lines) if line.strip() or (at and lines[at - 1].strip())]
    return "\n".join(kept).strip("\n") + "\n"


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
