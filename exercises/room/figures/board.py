"""All figures of a class as values: by lesson, notebook and exercise."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exercises.room.figures.bets import Bet
from exercises.room.figures.forms import Form
from exercises.room.figures.minutes import Minutes
from exercises.room.figures.quality import Apart
from exercises.room.figures.splits import Split
from exercises.room.figures.strips import Strip
from exercises.room.figures.sureness import Sureness
from exercises.room.figures.where import Where


@dataclass(frozen=True, slots=True)
class Counted:
    """What the first answers to one exercise come to; it changes only when there is a new one.

    Attributes
    ----------
    outcomes : dict of str to bool
        By code: whether the answer was right; empty where nobody judges.
    alpha : float or None
        Krippendorff's alpha; None where it is not defined, or there are too few answers.
    several : bool
        Whether more than one question is asked, so that agreement can be spoken of.
    splits : tuple of Split
        What was chosen, the most contested first.
    strips : tuple of Strip
        The text by label.
    bets : tuple of Bet
        What was sealed; empty on the wall.
    """

    outcomes: dict[str, bool]
    alpha: float | None = None
    several: bool = False
    splits: tuple[Split, ...] = ()
    strips: tuple[Strip, ...] = ()
    bets: tuple[Bet, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise in the table of its notebook.

    Attributes
    ----------
    id, title : str
        Its name on the page, and its title.
    begun, done : str
        How many students have begun it, and done it, as it is told.
    checked, right : int
        How many first answers were judged, and how many of these were right.
    rate : str
        The second of the first, as it is told; empty where there is nothing to tell.
    discrimination : float, ``alike`` or None
        How well it parts those who do well elsewhere from the others; None where there are too few answers, ``alike``
        where all came out the same.
    past : bool
        Whether nobody is left to whom it would give anything away, as `Waiting` knows.
    counted : Counted
        The rest.
    awaited : tuple of str
        Codes for which the wall waits here that have begun the notebook; empty while these are many.
    """

    id: str
    title: str
    begun: str
    done: str
    checked: int
    right: int
    rate: str
    discrimination: Apart
    past: bool
    counted: Counted
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotebookFigures:
    """One notebook that somebody has begun.

    Attributes
    ----------
    id, title : str
        Its name on the page, and its title.
    begun : str
        How many students have begun it.
    lines : tuple of Line
        Its exercises, in order.
    contested : tuple
        Title of the exercise and the split, for the most contested parts of all of them.
    minutes : Minutes or None
        Time on task; None where there are too few students.
    touched : float
        When somebody worked in it last, in seconds.
    awaited : tuple of str
        Codes of those who are in and may be at work on its lesson, and have saved nothing in it, when five have.
    """

    id: str
    title: str
    begun: str
    lines: tuple[Line, ...]
    contested: tuple[tuple[str, Split], ...]
    minutes: Minutes | None
    touched: float
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonFigures:
    """One lesson that somebody has begun.

    Attributes
    ----------
    id, title : str
        Its name, and its title.
    notebooks : tuple of NotebookFigures
        Those that somebody has begun.
    students : tuple of Where
        Who is where.
    sureness : Sureness or None
        Confidence against right answers; None where there are too few.
    forms : tuple of Form
        Those that enough students have filled in.
    """

    id: str
    title: str
    notebooks: tuple[NotebookFigures, ...]
    students: tuple[Where, ...]
    sureness: Sureness | None
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A class as of one moment.

    Attributes
    ----------
    cards, begun : str
        How many cards there are, and how many students have begun, as it is told.
    lessons : tuple of LessonFigures
        In the order of the room.
    left_out : int
        Rows of the file that could not be read.
    """

    cards: str
    begun: str
    lessons: tuple[LessonFigures, ...]
    left_out: int = 0

    @property
    def alone(self) -> Board:
        """Give what is true of the answers alone: without whom the wall waits for at this moment."""
        return replace(self, lessons=tuple(map(_alone, self.lessons)))

    @property
    def now(self) -> str:
        """Name of the notebook in which somebody saved something last: the one of this lesson."""
        notebooks = [one for lesson in self.lessons for one in lesson.notebooks]
        return max(notebooks, key=lambda one: one.touched).id if notebooks else ""


def _alone(lesson: LessonFigures) -> LessonFigures:
    notebooks = (
        replace(one, awaited=(), lines=tuple(replace(line, awaited=()) for line in one.lines))
        for one in lesson.notebooks
    )
    return replace(lesson, notebooks=tuple(notebooks))
