"""The exercise *bring* as it is written, the text that a student brought, and the part of it that is worked on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from exercises.kinds.base import Answer, Item, Whole
from exercises.lesson.text import Text

MOST_SENTENCES = 20
MOST_CHARACTERS = 6_000
"""Of the part that is worked on: a page of print has 3,000."""
MOST_KEPT = 120_000
"""Of what is kept of a text, as JSON counts them: a sign that is not ASCII counts six or twelve times."""
LONGEST_LINE = 300
LAST_SENTENCE = 1_000_000


def _one_line(text: str) -> str:
    # Places in the text are counted by lines, a sentence each.
    if len(text.splitlines()) != 1 or not text.strip():
        raise ValueError("A sentence is one line with something on it.")
    return text


OneLine = Annotated[str, Field(max_length=MOST_KEPT), AfterValidator(_one_line)]


class BringItem(Item):
    """An exercise in which a student brings a text.

    The article of its lesson is offered to whoever has none.

    Attributes
    ----------
    confidence : bool
        Always off: nothing is scored.
    """

    kind: Literal["bring"]
    confidence: Literal[False] = False


class Part(BaseModel):
    """Some sentences in a row of a text that a student brought.

    Attributes
    ----------
    title : str
        Title of the text, as its student wrote it.
    first : int
        Number of the first sentence in the whole text.
    sentences : tuple of str
        The sentences, each on one line.
    language : str
        What was guessed of the whole text: ``en``, ``de``, ``uk``, ``other`` or ``unknown``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(default="", max_length=LONGEST_LINE)
    first: Whole = Field(ge=1, le=LAST_SENTENCE)
    sentences: tuple[OneLine, ...] = Field(min_length=1, max_length=MOST_SENTENCES)
    language: Literal["en", "de", "uk", "other", "unknown"] = "unknown"

    @property
    def text(self) -> Text:
        """The sentences as a text; they are numbered from 1 there, and its offsets begin with the part."""
        return Text.from_lines("part", self.sentences)

    @property
    def fits(self) -> bool:
        """Whether it is short enough to work on."""
        return sum(map(len, self.sentences)) <= MOST_CHARACTERS


class BringAnswer(Answer):
    """What a student brought.

    Attributes
    ----------
    title, origin : str
        Title, and where the text comes from, as the student wrote them.
    sentences : tuple of str
        The sentences that are kept, each on one line: all, or of a text that is too long the chosen ones.
    begins : int
        Number of the first of them in the whole text.
    total : int
        Sentences in the whole text; 0 before a text is there.
    first, last : int
        The sentences that are worked on, by their numbers in the whole text; 0 before a text is there.
    language : str
        As in `Part`.
    notes : tuple of str
        What was said when the text was read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)

    title: str = Field(default="", max_length=LONGEST_LINE)
    origin: str = Field(default="", max_length=LONGEST_LINE)
    sentences: tuple[OneLine, ...] = Field(default=(), max_length=MOST_KEPT)
    begins: Whole = Field(default=1, ge=1, le=LAST_SENTENCE)
    total: Whole = Field(default=0, ge=0, le=LAST_SENTENCE)
    first: Whole = Field(default=0, ge=0, le=LAST_SENTENCE)
    last: Whole = Field(default=0, ge=0, le=LAST_SENTENCE)
    language: Literal["en", "de", "uk", "other", "unknown"] = "unknown"
    notes: tuple[Annotated[str, Field(max_length=1000)], ...] = Field(default=(), max_length=30)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The sentences that are worked on, as far as they are there."""
        if not 1 <= self.begins <= self.first <= self.last:
            return ()
        return self.sentences[self.first - self.begins : self.last - self.begins + 1]

    @property
    def part(self) -> Part | None:
        """The part that is worked on; None before there is one that can be."""
        chosen = self.chosen
        if not chosen or len(chosen) != self.last - self.first + 1 or len(chosen) > MOST_SENTENCES:
            return None
        part = Part(title=self.title, first=self.first, sentences=chosen, language=self.language)
        return part if part.fits else None
