"""What a search is made of that a teacher leads: a claim, a printed page of results, and a key to it."""

from __future__ import annotations

from pydantic import Field, model_validator

from exercises.lesson.models.base import Day, Entry, Line, Words, refusal

RESULTS = 8
"""Results of a page."""


class Result(Entry):
    """One result, as a search engine would show it.

    Attributes
    ----------
    site : str
        Whose page it is.
    title : str
        Its headline.
    day : str
        Its day.
    lines : str
        The beginning of its text.
    copies : int
        The number of the result whose words it passes on; 0 if it has its own.
    why : str
        What the key says of it.
    """

    site: Line
    title: Line
    day: Day
    lines: Words
    copies: int = Field(0, ge=0, le=RESULTS)
    why: Words


class Search(Entry):
    """guide/searches/NOTEBOOK.yaml: the search that belongs to one notebook.

    Attributes
    ----------
    claim : str
        What is looked up.
    day : str
        The day on which the page of results was printed.
    words : tuple of str
        What to type.
    results : tuple of Result
        Eight of them, in the order of the page.
    open : tuple of int
        The two that we would open, by their numbers.
    also_open : tuple of int
        Others for which a reason can be given.
    open_why : str
        Why these two.
    nearest : int
        The result that is nearest to the event.
    nearest_why : str
        How near it is.
    stays_open : str
        What nobody can say after this page.
    live : str
        What the teacher does in a room with a line.
    """

    claim: Line
    day: Day
    words: tuple[Line, ...] = Field(min_length=2, max_length=3)
    results: tuple[Result, ...] = Field(min_length=RESULTS, max_length=RESULTS)
    open: tuple[int, int]
    also_open: tuple[int, ...] = ()
    open_why: Words
    nearest: int = Field(ge=1, le=RESULTS)
    nearest_why: Words
    stays_open: Words
    live: Words

    @property
    def copied(self) -> dict[int, tuple[int, ...]]:
        """Give the numbers of the results that copy, by the one whose words they pass on."""
        groups: dict[int, tuple[int, ...]] = {}
        for number, result in enumerate(self.results, start=1):
            if result.copies:
                groups[result.copies] = (*groups.get(result.copies, ()), number)
        return groups

    @model_validator(mode="after")
    def _fits_together(self) -> Search:
        for number, result in enumerate(self.results, start=1):
            if result.copies and (result.copies == number or self.results[result.copies - 1].copies):
                raise refusal(f"result {number} copies one that has no words of its own", "Name the first of them.")
            if result.day > self.day:
                raise refusal(f"result {number} is newer than the page", "Take an earlier day.")
        chosen = (*self.open, *self.also_open)
        if len(set(chosen)) != len(chosen) or not set(chosen) <= set(range(1, RESULTS + 1)):
            raise refusal("the results to open are not there, or stand twice", f"Choose from 1 to {RESULTS}.")
        return self
