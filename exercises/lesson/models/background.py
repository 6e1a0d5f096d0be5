"""Model of background.yaml: traces, figures, places, people, words, and what became known later."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from exercises.lesson.models.base import Day, Entry, Name, Words, refusal
from exercises.lesson.models.claims import SentenceName

NUMBER = "{number}"


class TraceVersion(Entry):
    """One version of a statement on its way.

    Attributes
    ----------
    when, who, says : str
        What a student reads; ``says`` tells this version alone and does not compare it with another.
    terms : tuple of str
        Its key terms; one in another language as ``term = plain English``.
    source : str
        Id of our source for it, and of the version.
    quoted : bool
        Whether the short quotation of that source belongs to this trace.
    order_inferred : str or None
        From what its place in the order was concluded, where no hour and no text shows it.
    """

    when: Words
    who: Words
    says: Words
    terms: tuple[Words, ...] = ()
    source: Name
    quoted: bool = False
    order_inferred: Words | None = None


class Trace(Entry):
    """How a statement came to be: versions in order of time, with *shown* and *inferred* apart.

    Attributes
    ----------
    sentence : str or None
        Sentence of the article at the end of the way, if there is one.
    title : str
        Its name for authors; it may tell what happened, so students do not see it.
    shown, inferred : tuple of str
        What the texts show, and what is only concluded from them.
    intent : str
        What can be said about anybody's intention.
    """

    id: Name
    sentence: SentenceName | None = None
    title: Words
    versions: tuple[TraceVersion, ...] = Field(min_length=1)
    shown: tuple[Words, ...] = Field(min_length=1)
    inferred: tuple[Words, ...] = ()
    intent: Words


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
    """

    id: Name
    title: Words
    caption: Words
    alt: Words
    not_drawn: Words
    units: dict[Name, Unit] = Field(min_length=1)
    told: tuple[Told, ...] = Field(min_length=1)


class Place(Entry):
    """A place in its spellings, with what a reader needs to know of it.

    It has one ``name``, or is ``spelled`` in several ways, by the language that each is written from.
    """

    name: Words | None = None
    spelled: dict[Name, Words] = Field(default_factory=dict)
    in_article: Words | None = None
    also_spelled: str = ""
    kind: Words
    line: Words

    @property
    def forms(self) -> tuple[str, ...]:
        """All its spellings."""
        named = (self.name, *self.spelled.values(), self.in_article, *self.also_spelled.split(","))
        return tuple(filter(None, named))

    @model_validator(mode="after")
    def _named(self) -> Self:
        if bool(self.name) == bool(self.spelled):
            raise refusal("A place needs a name", "Give “name:”, or “spelled:” with one form a language.")
        return self


class Person(Entry):
    """A person who speaks or is spoken of, with other spellings and the claims that name them."""

    name: Words
    also_spelled: str = ""
    role: Words
    side: Name
    in_claims: tuple[Name, ...] = ()


class Term(Entry):
    """A word of the glossary."""

    term: Words
    meaning: Words


class LaterEvent(Entry):
    """Something that became known after the article appeared."""

    date: Day
    side: Name
    text: Words
    sources: tuple[Name, ...] = Field(min_length=1)


class SinceThen(Entry):
    """What became known later, up to the day on which the sources were read."""

    title: Words
    as_read: Day
    entries: tuple[LaterEvent, ...] = ()
    not_found: Words | None = None
    ending: Words | None = None


class TimelineEvent(Entry):
    """One event of the time line: when it was, what happened, and our source for it."""

    when: Words
    text: Words
    source: Name


class Negation(Entry):
    """A sentence of the article with a “not” in it, for the figure that puts it in and takes it out.

    Attributes
    ----------
    words, negated : str
        The verb as it stands in the sentence, and the same with “not”.
    stands : tuple of str
        Words of the sentence that still take the event for granted when the “not” is in.
    why : str
        What the “not” reaches and what it does not.
    """

    sentence: SentenceName
    words: Words
    negated: Words
    stands: tuple[Words, ...] = ()
    why: Words


class NotButton(Entry):
    """What the figure that puts a “not” in asks and says; what all its sentences take for granted is the lesson's.

    Attributes
    ----------
    ask, ask_answered : str
        What stands above the sentences, before they are judged and after.
    nothing_stands : str
        What is said of a sentence in which nothing of it is left.
    """

    ask: Words
    ask_answered: Words
    nothing_stands: Words


class BackgroundFile(Entry):
    """background.yaml: everything around the claims; each part may be missing.

    Attributes
    ----------
    concordance : tuple of tuple of str
        The words that the concordance looks up, each with all its forms; the first one is its name.
    spelled_from : dict of str to str
        What a list of places calls each way to spell them, by the language that it is written from.
    """

    timeline: tuple[TimelineEvent, ...] = ()
    two_clocks: tuple[Name, ...] = ()
    trace: tuple[Trace, ...] = ()
    count_charts: tuple[CountChart, ...] = ()
    spelled_from: dict[Name, Words] = Field(default_factory=dict)
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    more_spellings: tuple[tuple[Words, ...], ...] = ()
    concordance: tuple[Annotated[tuple[Words, ...], Field(min_length=1)], ...] = ()
    not_button: NotButton | None = None
    negations: tuple[Negation, ...] = ()
    glossary: tuple[Term, ...] = ()
    since_then: SinceThen | None = None
    not_found: tuple[Words, ...] = ()
    cautions: tuple[Words, ...] = ()

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """All forms of one name or word together: who searches for one form means them all."""
        places = (place.forms for place in self.places)
        people = ((person.name, *person.also_spelled.split(",")) for person in self.people)
        surnames = (tuple(map(_surname, names)) for names in people)
        named = (dict.fromkeys(filter(None, map(_bare, group))) for group in (*places, *surnames))
        return tuple(tuple(group) for group in (*named, *self.more_spellings) if len(group) > 1)


def _bare(name: str) -> str:
    """Take off what stands in brackets behind a name."""
    return name.split("(")[0].strip()


def _surname(name: str) -> str:
    """Keep the surname of a first name and a surname; names of bodies stay whole."""
    parts = _bare(name).split()
    return parts[-1] if len(parts) == 2 and parts[-1][0].isupper() else " ".join(parts)
