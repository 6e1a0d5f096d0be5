"""The boxes of a notebook in its own text: what is known, the card for outside, the article, the other lesson."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath

from exercises.lesson.folder import read_info
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import NotebookEntry
from exercises.lesson.specimen import origin, specimen
from exercises.lesson.text import Sentence
from exercises.notebook.prose import Box
from exercises.words import words


def box_text(box: Box) -> str:
    """Write a box as Markdown: a quotation with a heading, or a fold with the heading on it.

    Parameters
    ----------
    box : Box
        The box as it stands in the prose.

    Returns
    -------
    str
        The source of a Markdown cell.
    """
    spoken = words("notebook")
    title = f"**{spoken[box.kind]}**"
    lines = box.text.splitlines() if box.folded else [title, "", *box.text.splitlines()]
    quoted = "\n".join(f"> {line}".rstrip() for line in lines)
    # Behind an empty line Markdown goes on inside of HTML.
    return _fold(spoken[box.kind], spoken["folded"], f"\n{quoted}\n") if box.folded else quoted


@dataclass(frozen=True, slots=True)
class ArticleTold:
    """The article as it is looked up.

    Attributes
    ----------
    label : str
        What stands over it.
    sentences : tuple of tuple
        Each sentence with its plain version, which is empty if the lesson has none.
    terms : tuple of tuple of str
        Terms of the glossary with meanings.
    """

    label: str
    sentences: tuple[tuple[Sentence, str], ...]
    terms: tuple[tuple[str, str], ...]


def article_told(lesson: Lesson, terms: tuple[str, ...]) -> ArticleTold:
    """Give what stands in the fold of the article, before it is written for a notebook or a page."""
    meanings = {entry.term: entry.meaning for entry in lesson.background.glossary}
    label = f"{specimen(lesson.info)} {origin(lesson.info)}"
    sentences = tuple((one, lesson.plain.get(f"S{one.number}", "")) for one in lesson.texts["article"].sentences)
    return ArticleTold(label, sentences, tuple((term, meanings[term]) for term in terms))


def article_text(lesson: Lesson, terms: tuple[str, ...]) -> str:
    """Write the article as a fold: its sentences by number, each in plain words on tap, and words of the glossary.

    Parameters
    ----------
    lesson : Lesson
        The lesson with its article.
    terms : tuple of str
        Terms of the glossary to explain below it.

    Returns
    -------
    str
        The source of a Markdown cell. It holds no empty line, so that nothing in it is read as Markdown.
    """
    spoken, told = words("notebook"), article_told(lesson, terms)
    lines = [f"<p><em>{_plain(told.label)}</em></p>"]
    for one, plain in told.sentences:
        lines.append(f"<p><strong>S{one.number}</strong> {_plain(one.text)}</p>")
        lines += [_in_plain_words(one.number, plain)] if plain else []
    lines += [f"<p><strong>{_plain(term)}</strong>: {_plain(meaning)}</p>" for term, meaning in told.terms]
    return _fold(spoken["article"], spoken["sentences"].format(count=len(told.sentences)), "\n".join(lines))


def _in_plain_words(number: int, plain: str) -> str:
    """Write a plain version as a fold of its own, which says inside that nobody is asked about it."""
    spoken = words("notebook")
    # The class is known to bar/around.js.
    summary = f"<summary>{_plain(spoken['in_plain_words'].format(number=number))}</summary>"
    told = f"<p><em>{_plain(spoken['plain_label'])}</em> {_plain(plain)}</p>"
    return f'<details class="ws-plain">{summary}{told}</details>'


def course_words() -> str:
    """Write the words of the course as a fold, each with what it means.

    Returns
    -------
    str
        The source of a part of a Markdown cell. It holds no empty line.
    """
    spoken = words("course_words")
    told = (*spoken["words"], *spoken["idioms"])
    lines = [f"<p><strong>{_plain(one['forms'][0])}</strong>: {_plain(one['means'])}</p>" for one in told]
    return _fold(spoken["title"], spoken["when"], "\n".join(lines))


def _fold(title: str, when: str, inside: str) -> str:
    # The class is known to bar/around.js.
    summary = f"<summary><strong>{_plain(title)}</strong> {_plain(when)}</summary>"
    return f'<details class="ws-fold">{summary}\n{inside}\n</details>'


def _plain(text: str) -> str:
    """Make text fit for HTML; a dollar sign would begin a formula in Jupyter."""
    return escape(" ".join(text.split()), quote=False).replace("$", "&#36;")


def instead_of(lesson: Lesson, entry: NotebookEntry) -> str:
    """Link in Markdown to the notebook of the same name in the other lesson, or to its first one."""
    other = read_info(lesson.folder.parent / lesson.info.instead) if lesson.info.instead else None
    if other is None:
        return ""
    same = next((one for one in other.notebooks if one.name == entry.name), other.notebooks[0])
    link = posixpath.relpath(same.to, str(PurePosixPath(entry.to).parent))
    return str(words("notebook")["instead"]).format(title=same.title, link=link, lesson=other.title)
