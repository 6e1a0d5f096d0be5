"""The exercise *write* as it is written, the student's answer, and what the page sees of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from exercises.kinds.base import Answer, Earlier, Item, Slug, Strict
from exercises.lesson.load import Lesson
from exercises.lesson.models.base import BESIDE, SINCE
from exercises.words import words

# Characters; even if each takes twelve on its way, as emoji do, both together stay below the limit of a message.
LONGEST_TEXT = 14_000
LONGEST_WHY = 2_000

Row = Literal["A", "B", "C", "D", "E"]
Level = Literal[0, 1, 2, 3]
Phrase = Annotated[str, Field(min_length=1, max_length=80)]
Reason = Annotated[str, Field(min_length=1, max_length=1500)]


class Length(Strict):
    """How many words a text may have."""

    least: int = Field(default=1, ge=1)
    most: int = Field(ge=5, le=400)


class FormCheck(Strict):
    """A question to a student's text, with words to look for; a word found or not found is no proof of anything.

    Attributes
    ----------
    id : str
        Its name.
    asks : str
        What is asked of the text, as a question that a student knows: "Who says it?".
    looks_for : tuple of str
        Words or phrases; ``admit*`` takes in all endings.
    saying : bool
        Whether the words of saying and of denial are looked for as well, the same for all lessons.
    turned : bool
        Whether the words that say "not" are looked for as well, with all their short forms: "isn't", "nobody".
    around : bool
        Whether the sentence of a found word is quoted too, with the words in it that may turn the found one round
        ("not") or give it to somebody ("said").
    told : bool
        Whether the student reads the question beforehand; the words looked for are never told.
    found, absent : str
        What the student must still look at if one of the words stands there, and if none does. It neither praises
        nor blames, and ends in a question or an instruction to look.
    """

    id: Slug
    asks: str = Field(min_length=1, max_length=160)
    looks_for: tuple[Phrase, ...] = Field(min_length=1, max_length=60)
    saying: bool = False
    turned: Annotated[bool, SINCE] = False
    around: bool = False
    told: bool = True
    found: Reason
    absent: Reason

    @property
    def sought(self) -> tuple[str, ...]:
        """All words that are looked for."""
        signs = words("remarks")["write"]["signs"]
        saying = (*signs["denied"], *signs["reported"]) if self.saying else ()
        return (*self.looks_for, *saying, *(signs["turned"] if self.turned else ()))


class Sample(Strict):
    """A sample text: the level it reaches on the rubric, and why."""

    level: Level
    text: str = Field(min_length=1, max_length=3000)
    why: Reason


class WriteItem(Item):
    """An exercise in which a short text is written, compared with samples, and rated by its writer.

    Attributes
    ----------
    confidence : bool
        Always off: the own rating takes its place.
    prompt : str
        What to write.
    quote : str
        Words shown above; may be empty.
    length : Length
        Limits in words.
    checks : tuple of FormCheck
        Words that are looked for, each to ask something; nothing here earns points.
    samples : tuple of Sample
        At least one for each level from 0 to 3; shown after the first Check.
    rows : tuple of str
        Rows of the rubric on which the text is rated; the row under ``rubric`` if left out.
    unmarked : tuple of str
        Those of them on which a teacher ticks no level, because the task and not the student would set it.
    starts_from : str
        Id of an earlier exercise of this kind; the text written there stands beside the new one.
    """

    kind: Literal["write"]
    confidence: bool = False
    prompt: str = Field(min_length=1, max_length=600)
    quote: str = Field(default="", max_length=2000)
    length: Length
    checks: tuple[FormCheck, ...] = Field(default=(), max_length=12)
    samples: tuple[Sample, ...] = Field(min_length=4, max_length=12)
    rows: tuple[Row, ...] = Field(default=(), max_length=5)
    unmarked: Annotated[tuple[Row, ...], BESIDE] = Field(default=(), max_length=5)
    starts_from: str = Field(default="", max_length=60)

    @property
    def rated_rows(self) -> tuple[Row, ...]:
        """The rows on which the text is rated."""
        return self.rows or ((self.rubric,) if self.rubric else ())


class WriteAnswer(Answer):
    """A student's text, then how they rate it by row of the rubric, and why.

    Nothing is cut off at the edges: what was typed is kept to the letter.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)

    text: str = Field(default="", max_length=LONGEST_TEXT)
    rated: dict[Row, Level] = Field(default={}, max_length=5)
    why: str = Field(default="", max_length=LONGEST_WHY)


def first_part(answer: WriteAnswer) -> WriteAnswer:
    """Give what is committed before the samples are shown: the text alone."""
    return WriteAnswer(text=answer.text)


def page(item: WriteItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give what the page may know: the task, the limits, what is asked of the text, and the rows of the rubric."""
    rubric = words("rubric")
    return {
        "prompt": item.prompt,
        "quote": item.quote,
        "least": item.length.least,
        "most": item.length.most,
        "asks": [check.asks for check in item.checks if check.told],
        "rows": [
            {"row": row, "name": rubric["names"][row], "levels": levels_of(row), "marked": row not in item.unmarked}
            for row in item.rated_rows
        ],
        "steps": rubric["steps"],
        "sample_row": samples_row(item),
    }


def samples_row(item: WriteItem) -> str:
    """Name the row on which the samples have their level, where texts are rated on several; else an empty string."""
    return str(item.rubric) if len(item.rated_rows) > 1 else ""


def levels_of(row: Row) -> list[str]:
    """Name the levels 0 to 3 of one row of the rubric."""
    return list(words("rubric")["levels"][row])


def samples_of(item: WriteItem) -> list[dict[str, Any]]:
    """Give the sample texts with their reasons, the lowest level first."""
    return [sample.model_dump() for sample in sorted(item.samples, key=lambda sample: sample.level)]


def reveal(item: WriteItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the samples to somebody who skipped it; there is no text that would be the answer."""
    return {"samples": samples_of(item)}


def then(item: WriteItem, earlier: Earlier) -> dict[str, Any]:  # noqa: ARG001 (as Recall asks for it)
    """Give the text that the student wrote in an earlier exercise, and where."""
    return {"title": earlier.item.title, "text": earlier.answer.text}
