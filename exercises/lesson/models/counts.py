"""Models of the charts of figures that somebody gave, in background.yaml: what, by whom, and when."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from exercises.lesson.models.base import Day, Entry, Name, Words, refusal

NUMBER = "{number}"


class Told(Entry):
    """A figure that somebody gave on a day, with the numbers in its words, if there are any.

    Attributes
    ----------
    count : str
        The figure in the words in which it was given.
    low, high : int or None
        The least and the most that the words allow: both for “about 40” and “100 to 200”, only ``high`` for “up to 60”,
        only ``low`` for “over 200”; neither where the words hold no number of the thing counted.
    unit : str or None
        What is counted: one of the units of its chart.
    """

    date: Day
    count: Words
    who: Words
    source: Name
    low: Annotated[int, Field(ge=0)] | None = None
    high: Annotated[int, Field(ge=0)] | None = None
    unit: Name | None = None

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise refusal(f"“low: {self.low}” is more than “high: {self.high}”", "Exchange or correct the two.")
        if (self.unit is None) != (self.low is None and self.high is None):
            raise refusal(
                "A number and its unit belong together", "Give “unit:” with “low:” or “high:”, or none of them."
            )
        return self


class Unit(Entry):
    """Something that is counted, with words for it.

    Attributes
    ----------
    words : str
        A number of it, with ``{number}`` where the number goes.
    axis : str
        Its name beside the axis.
    """

    words: Words
    axis: Words

    @model_validator(mode="after")
    def _with_number(self) -> Self:
        if self.words.count(NUMBER) != 1:
            raise refusal(f"“{self.words}” has no place for the number", f"Write {NUMBER} once where it goes.")
        return self


class CountChart(Entry):
    """A chart of figures that somebody gave, one by its day; units that do not compare are drawn apart.

    Attributes
    ----------
    id : str
        Name of the chart, as it stands in the prose.
    title, caption, alt : str
        What stands below the picture, and what it shows, for those who do not see it; the figures follow by themselves.
    not_drawn : str
        What the table says of a figure without a number.
    units : dict of str to Unit
        What is counted, by name, in the order of the pictures.
    told : tuple of Told
        The figures, oldest first.
    warning : str or None
        What is said before somebody chooses to see it, where it counts people whose lives were in danger.
    """

    id: Name
    title: Words
    caption: Words
    alt: Words
    not_drawn: Words
    units: dict[Name, Unit] = Field(min_length=1)
    told: tuple[Told, ...] = Field(min_length=1)
    warning: Words | None = None
