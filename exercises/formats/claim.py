"""A claim that a student has checked, as plain data: the claim card, the evidence list and the ClaimReview show it."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.formats.file import Made


@dataclass(frozen=True, slots=True)
class Answered:
    """One of the two questions with its answers.

    Attributes
    ----------
    question : str
        The question, with the day for which it is asked.
    answer : str
        The student's answer.
    notes : tuple of str
        What belongs to the answer: when it was given, on how many origins it rests, what is not judged here.
    ours : str
        Our own answer with its date, if it was shown; else empty.
    """

    question: str
    answer: str
    notes: tuple[str, ...]
    ours: str


@dataclass(frozen=True, slots=True)
class OfDay:
    """What was answered for one day.

    Attributes
    ----------
    day, told : str
        The day in ISO form, and as people read it.
    answered : Answered
        Whether it is so, as of that day.
    resting : str
        How many sources and origins of that day or earlier the answer rests on.
    """

    day: str
    told: str
    answered: Answered
    resting: str


@dataclass(frozen=True, slots=True)
class Logged:
    """One source of the log, with what the student saw in it; all but the last line are our facts of it.

    Attributes
    ----------
    name : str
        Its name on the page, with letter, publisher and day.
    title, publisher, language, label : str
        What it is; ``language`` is empty if it is not known, ``label`` if it was not written for the course.
    day : str or None
        Its day in ISO form.
    known_on : str or None
        The day in ISO form from which on it counts: its own, or that of reading for one that the student found without
        a day; None if it has neither.
    inferred : bool
        Whether the course inferred the day.
    link : str or None
        Where it can be read, if the teacher's setting allows it.
    shows, near, interest, origin : str
        What the student logged, in words; ``interest`` is empty if nothing was said of it.
    found : tuple of str
        What the student wrote of a source that they found: where it stands, and what it tells. Then ``publisher`` is
        theirs, too, and no part of ``name``.
    told : tuple of str
        What else is said of such a source: when it was read.
    """

    name: str
    title: str
    publisher: str
    language: str
    label: str
    day: str | None
    known_on: str | None
    inferred: bool
    link: str | None
    shows: str
    near: str
    interest: str
    origin: str
    found: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where the article has the words of a claim.

    Attributes
    ----------
    name : str
        What is known of the article's errors, in a sentence: it stands for its title.
    sha256 : str
        The article's fingerprint.
    dated : str or None
        Its day in ISO form.
    basis : str
        How its day is known.
    """

    name: str
    sha256: str
    dated: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim with all that a student answered to it.

    Attributes
    ----------
    made : Made
        Who checked it, and when.
    exercise, id : str
        Names of the exercise and of the claim.
    words, quoted : str
        What is claimed, plain, and in quotation marks if the words are the article's.
    about : str
        Where the words come from.
    said : Answered
        Was it said?
    so : tuple of OfDay
        Is it so, day by day.
    sure, reason : str
        How sure the student is, in words, and why; the reason may be empty.
    basis : str
        What all answers rest on, in one line.
    log : tuple of Logged
        The evidence log.
    log_given : bool
        Whether the course filled the log in.
    searched : str
        What was searched for without finding anything; may be empty.
    author : str
        Who said it, if it was said and the student saw that; else empty.
    stated_on : str or None
        The day on which it was claimed, in ISO form.
    appearance : Appearance or None
        Where the article has it; None for statements from elsewhere.
    """

    made: Made
    exercise: str
    id: str
    words: str
    quoted: str
    about: str
    said: Answered
    so: tuple[OfDay, ...]
    sure: str
    reason: str
    basis: str
    log: tuple[Logged, ...]
    log_given: bool
    searched: str
    author: str
    stated_on: str | None
    appearance: Appearance | None

    @property
    def answers(self) -> tuple[Answered, ...]:
        """Both answers: was it said, and is it so, once a day."""
        return self.said, *(one.answered for one in self.so)
