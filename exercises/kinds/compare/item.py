"""The exercise *compare* as it is written, and the student's answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from exercises.kinds.base import Answer, Item, Slug, Strict
from exercises.lesson.load import Lesson
from exercises.lesson.models.background import Trace, TraceVersion

NOWHERE = "nowhere"
FEWEST_VERSIONS = 3
MOST_VERSIONS = 9
MOST_QUESTIONS = 4

Name = Annotated[str, Field(min_length=1, max_length=60)]
Basis = Literal["shown", "inferred"]
Reason = Annotated[str, Field(min_length=1, max_length=1500)]


class States(Strict):
    """What can be seen of the asked thing before and after its change, in a few words."""

    before: str = Field(min_length=1, max_length=40)
    after: str = Field(min_length=1, max_length=40)


class Question(Strict):
    """One question about a trace; the answer is a version, or *nowhere*.

    Attributes
    ----------
    id : str
        Its name.
    ask : str
        What the student reads.
    nowhere : str
        Words of the last choice; those of the interface if empty.
    at : str
        Our answer: the source of a version, or ``nowhere``.
    also_accept, also_why : tuple of str, str
        Versions that careful readers defend too, and why.
    basis : str
        Whether the texts themselves show it (``shown``) or it is only concluded from them (``inferred``).
    either : bool
        Whether careful readers defend the other basis too.
    basis_why : str
        The reason for the basis.
    why : dict of str to str
        A reason for every version on the page and for ``nowhere``: why it is so there or not, what tempts, what to
        look for next time.
    states : States or None
        For a question about a change: what stood before and what stands after. Without them a version is sought, not a
        step, and there are no neighbours.
    not_clear : tuple of str
        Versions of which our notes do not tell on which side of the change they stand.
    given : bool
        Whether it is answered for the student, as in a worked example.
    """

    id: Slug
    ask: str = Field(min_length=1, max_length=300)
    nowhere: str = Field(default="", max_length=120)
    at: Name
    also_accept: tuple[Name, ...] = ()
    also_why: str = Field(default="", max_length=600)
    basis: Basis
    either: bool = False
    basis_why: Reason
    why: dict[Name, Reason]
    states: States | None = None
    not_clear: tuple[Name, ...] = ()
    given: bool = False

    @property
    def good(self) -> tuple[str, ...]:
        """Our answer and all that we accept."""
        return (self.at, *self.also_accept)


class CompareItem(Item):
    """An exercise in which the versions of one statement are compared.

    Attributes
    ----------
    trace : str
        Id of a trace in background.yaml.
    versions : tuple of str
        The versions on the page, by their sources; all of the trace if empty. They stand in the order of the trace.
    questions : tuple of Question
        What is asked, in order.
    """

    kind: Literal["compare"]
    trace: Name
    versions: tuple[Name, ...] = Field(default=(), max_length=MOST_VERSIONS)
    questions: tuple[Question, ...] = Field(min_length=1, max_length=MOST_QUESTIONS)

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are left to the student."""
        return tuple(question for question in self.questions if not question.given)


class CompareAnswer(Answer):
    """By question: the version that was chosen or ``nowhere``, and whether that is shown or inferred."""

    steps: dict[Name, Name] = Field(default_factory=dict, max_length=MOST_QUESTIONS)
    basis: dict[Name, Basis] = Field(default_factory=dict, max_length=MOST_QUESTIONS)


def trace_of(item: CompareItem, lesson: Lesson) -> Trace | None:
    """Find the trace that an exercise names, or None."""
    return next((trace for trace in lesson.background.trace if trace.id == item.trace), None)


def versions_of(item: CompareItem, lesson: Lesson) -> tuple[TraceVersion, ...]:
    """Give the versions on the page, in order of time."""
    trace = trace_of(item, lesson)
    versions = trace.versions if trace else ()
    return tuple(one for one in versions if not item.versions or one.source in item.versions)
