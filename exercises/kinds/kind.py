"""What a kind of exercise consists of: all that is particular to it, so that other rooms loop over the kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exercises.kinds.base import Answer, Earlier, Item, Pair, Result
from exercises.kinds.charted import Charted
from exercises.kinds.checked import Offers
from exercises.kinds.effort import Effort
from exercises.kinds.made_up import Imagined
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Level, Reported
from exercises.kinds.tallied import Tallied
from exercises.lesson.load import Lesson
from exercises.page.view import View
from exercises.words import words


@dataclass(frozen=True, slots=True)
class Recall:
    """How a kind takes up what the student did in an earlier exercise.

    Attributes
    ----------
    of : callable
        ``of(item)``: id of the earlier exercise; empty if the item takes up none.
    problems : callable
        ``problems(item, earlier_item)``: sentences that say why the two do not go together, each with its cure.
    page : callable or None
        ``page(item, earlier)``: what the page shows of the earlier answer, also before the commit.
    result : callable or None
        ``result(item, answer, earlier, result)``: the result with what comes of setting both answers side by side;
        ``earlier`` is None if nothing is stored there.
    """

    of: Callable[[Any], str]
    problems: Callable[[Any, Item], list[str]]
    page: Callable[[Any, Earlier], dict[str, Any]] | None = None
    result: Callable[[Any, Any, Earlier | None, Result], Result] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of exercise; what has a default is needed only where the kind differs.

    Attributes
    ----------
    name : str
        The word that stands under ``kind:`` in the YAML file.
    folder : Path
        Where its ``view.js``, ``view.css``, ``paper.html`` and ``slide.html`` lie, and what more `Paper` names.
    item, answer : type
        Models of the item and of the student's answer.
    page : callable
        ``page(item, lesson)``: all that the page may know before the commit, as plain data. Never holds the key.
    score : callable
        ``score(item, answer, lesson)``: the result of a *Check*.
    reveal : callable
        ``reveal(item, lesson)``: our own answer in the shape of the student's, sent only after *Show me*.
    problems : callable
        ``problems(item, lesson)``: sentences that say what does not fit the lesson, each with its cure; one that is
        `Placed` names its line, too.
    tell : callable
        ``tell(item, answer, lesson)``: the student's answer in words, a line each, for the report. It may be half
        done; what does not belong to the exercise is left out, or ValueError is raised.
    unknown : callable or None
        ``unknown(item, answer, lesson)``: what ``tell`` leaves out, because the exercise does not know it and its page
        cannot show it; a line each, by the names that are left. None: the exercise knows all that its answer can hold.
    unshown : callable or None
        ``unshown(answer)``: sentences that an answer holds to the letter and ``tell`` leaves out, as they would be too
        many. Where two answers are told side by side a number stands for them. None: all that it holds is told.
    secrets : callable
        ``secrets(item, lesson)``: words that may not be in any page of the lesson before the commit, such as every
        reason. There is at least one for every item that has a key.
    hidden : tuple of str
        Names of the fields in which the key stands; none of them is in the page.
    paper : Paper
        What is printed of it.
    report : Reported
        How the report tells it.
    levels : callable or None
        ``levels(item, answer, lesson)``: levels on the rows of the rubric that an answer reached; ValueError if the
        answer does not belong to the exercise.
    sureness : callable or None
        ``sureness(item, answer, lesson)``: how sure the student was of each part that was asked for by itself, and
        whether that part was right. None, as function or as value: the confidence of the whole answer goes with
        ``right`` of its result.
    offers : Offers or None
        Which files a checked answer can be taken along in; None if there are none.
    recall : Recall or None
        How it takes up an earlier exercise; None for kinds that never do.
    first_part : callable or None
        ``first_part(answer)``: what the first *Check* commits of an answer that is checked in two steps; the second
        *Check* commits all of it. None: one *Check* commits all.
    carried : callable or None
        ``carried(item, answer, before)``: what of a second part goes along when the first one is checked again, and the
        answer to put aside for what does not, or None; `before` are the answers of earlier checks, the newest first.
        None: nothing goes along.
    rests_on : callable or None
        ``rests_on(item, lesson)``: what of the lesson its score and its offers read besides the item, as models, values
        or plain data; changed, it makes another edition of the exercise. None: nothing.
    orderless : callable or None
        ``orderless(item)``: names of the lists in the page whose order means nothing; each student gets them in an
        order of their own. None: the order of all that is shown means something.
    effort : callable or None
        ``effort(item, lesson)``: what it asks of a student in words and decisions, for the minutes of a notebook. None:
        only its title and instruction are counted.
    tallied : Tallied or None
        How the answers of a class are counted part by part; None where what is answered has no parts to choose for.
    made_up : callable or None
        ``made_up(item, lesson, student)``: an answer of an imagined student, as plain data that a *Check* takes. None:
        nothing is made up.
    charted : callable or None
        ``charted(item, answer, earlier)``: what a chart shows of the student's own marks; None, as function or as
        value, where there is nothing to draw.
    brought_by : str
        Name of a module that reads, in a process of its own, what its page brings in pieces; empty for kinds that bring
        nothing.
    builds_on : str
        Name of a kind of which its view shows something: that one's words and style come with its own.
    words : mapping or None
        The words of its page and paper; None: the section of its name in the words of the interface.
    in_results : tuple of str
        Names of those words that stand in results alone: no page has to load them before.
    """

    name: str
    folder: Path
    item: type[Item]
    answer: type[Answer]
    page: Callable[[Any, Lesson], dict[str, Any]]
    score: Callable[[Any, Any, Lesson], Result]
    reveal: Callable[[Any, Lesson], dict[str, Any]]
    problems: Callable[[Any, Lesson], list[str]]
    tell: Callable[[Any, Any, Lesson], list[str]]
    secrets: Callable[[Any, Lesson], Iterable[str]]
    hidden: tuple[str, ...]
    paper: Paper
    report: Reported = field(default_factory=Reported)
    unknown: Callable[[Any, Any, Lesson], list[str]] | None = None
    unshown: Callable[[Any], Sequence[str]] | None = None
    levels: Callable[[Any, Any, Lesson], Iterable[Level]] | None = None
    sureness: Callable[[Any, Any, Lesson], list[Pair] | None] | None = None
    offers: Offers | None = None
    recall: Recall | None = None
    first_part: Callable[[Any], Answer] | None = None
    carried: Callable[[Any, Any, Sequence[Any]], tuple[Answer, Answer | None]] | None = None
    rests_on: Callable[[Any, Lesson], list[Any]] | None = None
    orderless: Callable[[Any], tuple[str, ...]] | None = None
    effort: Callable[[Any, Lesson], Effort] | None = None
    tallied: Tallied | None = None
    made_up: Callable[[Any, Lesson, Imagined], dict[str, Any]] | None = None
    charted: Callable[[Any, Any, Earlier | None], Charted | None] | None = None
    brought_by: str = ""
    builds_on: str = ""
    words: Mapping[str, Any] | None = None
    in_results: tuple[str, ...] = ()

    def said(self) -> dict[str, Any]:
        """Give the words of its page and paper."""
        others = words(self.builds_on) if self.builds_on else {}
        return others | (words(self.name) if self.words is None else dict(self.words))

    @property
    def view(self) -> View:
        """The files that draw it; the style of what it builds on comes before its own."""
        others = (self.folder.parent / self.builds_on / "view.css",) if self.builds_on else ()
        return View(self.folder / "view.js", self.folder / "view.css", others)

    def shown(self) -> dict[str, Any]:
        """Give the words that its page needs: those of results come with each result."""
        return {name: one for name, one in self.said().items() if name not in self.in_results}
