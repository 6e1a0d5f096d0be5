"""Model of background.yaml: traces, figures, places, people, words, and what became known later."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from exercises.lesson.models.base import Day, Entry, Name, Words, refusal
from exercises.lesson.models.claims import SentenceName
from exercises.lesson.models.counts import CountChart


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
