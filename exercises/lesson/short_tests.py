"""What a ten-minute test on paper is made of: sentences or a whole text, questions on them, and their key."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from exercises.lesson.models.base import Entry, Line, Words, one_or_many, refusal

LEAST = 6
"""Sentences of a test that has no text of its own."""


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
    questions : tuple of Question
        What is asked of this one alone; empty if it is asked what the test asks of all.
    notebook : str
        Whose skill it practises, in a test over several notebooks.
    key : tuple of KeyAnswer
        Our answers, in the order of the questions.
    """

    text: Words
    sound: bool
    questions: tuple[Question, ...] = Field((), max_length=2)
    notebook: str = ""
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
    passage : tuple of str
        A text whose numbered sentences the test is about, if it has one.
    questions : tuple of Question
        One or two, asked of each sentence that has none of its own.
    sentences : tuple of TestedSentence
        Six or more, or four or more about a text; at least half of them show good practice.
    """

    skill: Line
    about: Words
    readings: Words = ""
    passage: tuple[Line, ...] = ()
    questions: tuple[Question, ...] = Field((), max_length=2)
    sentences: tuple[TestedSentence, ...] = Field(min_length=4, max_length=10)

    def asked(self, sentence: TestedSentence) -> tuple[Question, ...]:
        """Give the questions that one sentence is asked."""
        return sentence.questions or self.questions

    @property
    def points(self) -> int:
        """Count its answers, a point each."""
        return sum(len(self.asked(sentence)) for sentence in self.sentences)

    @model_validator(mode="after")
    def _fits_together(self) -> ShortTest:
        if not self.passage and len(self.sentences) < LEAST:
            raise refusal(f"it has {len(self.sentences)} sentences", f"Give it {LEAST} or more, or a text: passage")
        if 2 * sum(one.sound for one in self.sentences) < len(self.sentences):
            raise refusal("fewer than half of the sentences are sound", "Let at least half of them show good practice.")
        for place, sentence in enumerate(self.sentences, start=1):
            asked = self.asked(sentence)
            if len(sentence.key) != len(asked) or not asked:
                what = f"sentence {place} has {len(sentence.key)} answers to {len(asked)} questions"
                raise refusal(what, "Ask one question at least, and give one answer to each, in their order.")
            for question, key in zip(asked, sentence.key, strict=True):
                if question.options and not set(key.counted) <= set(question.letters):
                    what = f"sentence {place} is answered with a letter that “{question.ask}” does not have"
                    raise refusal(what, f"Choose from {', '.join(question.letters)}.")
        return self


class FurtherTest(ShortTest):
    """guide/further/NAME.yaml: a test that belongs to no single notebook, such as a review after four weeks.

    Attributes
    ----------
    title : str
        What students read above it.
    when : str
        When it is written.
    note : str
        What the key tells the teacher first, in Markdown.
    """

    title: Line
    when: Line
    note: Words

    @property
    def notebooks(self) -> set[str]:
        """The notebooks from which its sentences are drawn."""
        return {sentence.notebook for sentence in self.sentences if sentence.notebook}
