"""An article for a lesson: one sentence a line, nothing that hides, and no longer than students can read."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.files.source import without_hidden
from exercises.lesson.text import Text
from exercises.texts.brought import Brought, read_pasted
from exercises.texts.refused import TextRefused
from exercises.words import plain_number, words

MOST_SENTENCES = 300
"""A report has some thirty; a mark on a page shows few of them at a time."""
MOST_CHARACTERS = 60_000
"""Ten thousand words, fifteen times what a period has room for."""
ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a lesson has it.

    Attributes
    ----------
    brought : Brought
        The text as it was read, with its paragraphs; what drafts are made of.
    text : Text
        Its sentences, a line each.
    """

    brought: Brought
    text: Text

    @property
    def file(self) -> str:
        """What ``article.txt`` holds."""
        return "".join(f"{sentence.text}\n" for sentence in self.text.sentences)


def article_of(brought: Brought) -> Article:
    """Make an article of a text that was read.

    Raises
    ------
    TextRefused
        If it is too long for a lesson, or nothing is left of it.
    """
    if len(brought.sentences) > MOST_SENTENCES or len(brought.text) > MOST_CHARACTERS:
        bounds = {"most": MOST_SENTENCES, "most_characters": MOST_CHARACTERS}
        found = {"sentences": len(brought.sentences), "characters": len(brought.text)}
        counts = {name: plain_number(count) for name, count in (bounds | found).items()}
        raise TextRefused(words("fresh")["refused"]["long"].format(**counts))
    # A text may hold what the file of a lesson may not: signs that nobody sees, and codes that a page makes such of.
    if (seen := without_hidden(brought.text)) != brought.text:
        again = read_pasted(seen)
        brought = Brought(again.text, again.sentences, brought.title, brought.notes, again.language)
    return Article(brought, Text.from_lines(ARTICLE, brought.lines))
