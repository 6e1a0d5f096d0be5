"""What a report consists of, as plain frozen data; nothing in it is HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exercises.answers.calibration import Count
from exercises.charts.chart import Chart
from exercises.kinds.base import Remark
from exercises.kinds.reported import Supported

State = Literal["begun", "again", "half", "sealed", "checked", "shown", "passed"]
Fit = Literal["few", "surer", "about", "less"]


@dataclass(frozen=True, slots=True)
class Told:
    """One exercise that the student has touched.

    Attributes
    ----------
    id, title : str
        Its name in the files and for people.
    asked : tuple of str
        What was asked; empty if the answer belongs to an earlier edition, whose words we no longer have.
    state : str
        How far it came; ``again`` means checked, and another try is begun.
    older : bool
        Whether the answer belongs to an earlier edition of the lesson. Then all that was stored with it is told, and
        nothing is scored anew.
    answer : tuple of str
        The answer that was checked last in words; where none was checked, the answer as it stands.
    sure : str
        How sure the student was of it; empty if nobody asked.
    summary : str
        The first sentence of the result; empty if there is none.
    remarks : tuple of Remark
        What was answered with the reasons for it.
    retold : bool
        Whether the remarks tell the whole answer once more.
    ours : tuple of str
        Our own answer in words, if the student had it shown.
    row : str
        The row of the rubric that the exercise practises, in words; may be empty.
    day : str
        Day of the last check, seal or pass, in ISO form; empty before.
    tries : int
        How often it was checked.
    seen : bool
        Whether our own answer was shown before the last check.
    kept : tuple of tuple of str
        Of an exercise that the lesson does not have: what else was written there, as no page shows it.
    chart : Chart or None
        A picture of the student's own marks, as they stand.
    """

    id: str
    title: str
    asked: tuple[str, ...]
    state: State
    older: bool
    answer: tuple[str, ...]
    sure: str
    summary: str
    remarks: tuple[Remark, ...]
    retold: bool
    ours: tuple[str, ...]
    row: str
    day: str
    tries: int
    seen: bool
    kept: tuple[tuple[str, ...], ...] = ()
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One notebook, or all that belongs to none: the exercises that were touched, and the titles of the others."""

    name: str
    title: str
    told: tuple[Told, ...]
    untouched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """A level on one row of the rubric, where it was reached, and who says so.

    Attributes
    ----------
    where : str
        Title of the exercise.
    claims : tuple of int
        At a desk: numbers of the claims for which it was reached.
    level : int
        0 to 3.
    by : str
        ``own`` (the student's own rating) or ``counted`` (as far as it can be counted).
    """

    where: str
    claims: tuple[int, ...]
    level: int
    by: Literal["own", "counted"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the rubric: what was reached on it, and in how many checked exercises it was practised."""

    letter: str
    reached: tuple[Reached, ...]
    practised: int


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the student was and how often right.

    Attributes
    ----------
    counts : tuple of Count
        All four steps, the surest first.
    fit : str
        Which sentence the counts carry.
    times, right : int
        Number of answers with a confidence, and of right ones among them.
    steps : int
        Sum of the steps of all these answers, from 0 for guessing to 3 for very sure.
    """

    counts: tuple[Count, ...]
    fit: Fit
    times: int
    right: int
    steps: int


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report tells of one student in one lesson.

    Attributes
    ----------
    code, day, lesson : str
        The student's code, the day of making in ISO form, and the title of the lesson.
    chapters : tuple of Chapter
        The notebooks in their order.
    gone : tuple of Told
        Answers to exercises that the lesson no longer has.
    rows : tuple of Row
        The rubric.
    sureness : Sureness
        Confidence against right answers.
    supported : tuple of Supported
        The forms that were checked.
    before, after, finished : Told or None
        The radio item of the first and of the last notebook, and the finished check; None if not written yet.
    parts : frozenset of str
        What it has chapters for: a lesson without forms, say, has none on them.
    own_text : bool
        Whether the student chose the text, so that nothing can be said of its errors.
    known : str
        What is known of errors in the article of the lesson: ``errors``, or ``open``.
    """

    code: str
    day: str
    lesson: str
    chapters: tuple[Chapter, ...]
    gone: tuple[Told, ...]
    rows: tuple[Row, ...]
    sureness: Sureness
    supported: tuple[Supported, ...]
    before: Told | None
    after: Told | None
    finished: Told | None
    parts: frozenset[str]
    own_text: bool
    known: str

    @property
    def told(self) -> tuple[Told, ...]:
        """All exercises that were touched."""
        return (*(one for chapter in self.chapters for one in chapter.told), *self.gone)
