"""What a ten-minute test on paper is made of: questions that are asked of each of its sentences, and their key."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from exercises.lesson.models.base import Entry, Line, Words, one_or_many, refusal

LEAST = 6
"""Sentences of a test."""


class Question(Entry):
    """A question that is asked of every sentence of a test.

    Attributes
    ----------
    ask : str
        Its words.
    options : tuple of str
        What to choose from, by letter; empty if it is answered by writing or marking.
    decisions : int
        What a student decides for one sentence, such as three for three marks.
    writes : int
        Words that a student writes for one sentence.
    """

    ask: Line
    options: tuple[Line, ...] = Field((), max_length=6)
    decisions: int = Field(1, ge=1, le=4)
    writes: int = Field(0, ge=0, le=20)

    @property
    def letters(self) -> str:
        """Give the letters of its options."""
        return ascii_uppercase[: len(self.options)]


class KeyAnswer(Entry):
    """What we answer to one question on one sentence.

    Attributes
    ----------
    answer : str
        A letter, or words.
    accept : tuple of str
        What counts too.
    why : str
        The reason.
    """

    answer: Words
    accept: Annotated[tuple[Words, ...], BeforeValidator(one_or_many)] = ()
    why: Words

    @property
    def counted(self) -> tuple[str, ...]:
        """Give all that counts, our answer first."""
        return self.answer, *self.accept


class TestedSentence(Entry):
    """One sentence of a test, with what is told beside it.

    Attributes
    ----------
    text : str
        Markdown, as it is printed.
    sound : bool
        Whether it shows good practice.
    key : tuple of KeyAnswer
        Our answers, in the order of the questions.
    """

    text: Words
    sound: bool
    key: tuple[KeyAnswer, ...] = Field(min_length=1)


class ShortTest(Entry):
    """guide/ten_minutes/NOTEBOOK.yaml: the ten-minute test of one notebook.

    Attributes
    ----------
    skill : str
        What it tests.
    about : str
        What a student has to know before the first sentence, in Markdown.
    readings : str
        For the teacher: who else read it without the key, and how often they agreed; empty if nobody did.
    questions : tuple of Question
        One or two, asked of each sentence.
    sentences : tuple of TestedSentence
        Six or more; at least half of them show good practice.
    """

    skill: Line
    about: Words
    readings: Words = ""
    questions: tuple[Question, ...] = Field(min_length=1, max_length=2)
    sentences: tuple[TestedSentence, ...] = Field(min_length=LEAST, max_length=10)

    @model_validator(mode="after")
    def _fits_together(self) -> ShortTest:
        if 2 * sum(one.sound for one in self.sentences) < len(self.sentences):
            raise refusal("fewer than half of the sentences are sound", "Let at least half of them show good practice.")
        for place, sentence in enumerate(self.sentences, start=1):
            if len(sentence.key) != len(self.questions):
                what = f"sentence {place} has {len(sentence.key)} answers to {len(self.questions)} questions"
                raise refusal(what, "Give one answer to each question, in their order.")
            for question, key in zip(self.questions, sentence.key, strict=True):
                if question.options and not set(key.counted) <= set(question.letters):
                    what = f"sentence {place} is answered with a letter that “{question.ask}” does not have"
                    raise refusal(what, f"Choose from {', '.join(question.letters)}.")
        return self
