"""Model of sources.yaml: outside sources, what they say of which claim, and where their information comes from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from exercises.lesson.models.base import SINCE, Day, DayOrUnknown, Entry, Link, Name, Words

Near = Literal["saw-it", "measured-it", "party", "was-told", "repeats"]


class Origin(Entry):
    """Where information comes from: one person's statement, one count, one picture. Its copies count once.

    Attributes
    ----------
    name : str
        Who, and when, in words that students read.
    rests_on : str or None
        The field ``from:``, the origin that it works with: who locates a video rests on the video.
    """

    id: Name
    name: Words
    rests_on: Name | None = Field(default=None, alias="from")


class Carried(Entry):
    """A second statement that a source passes on, and the claims for which that one matters.

    Attributes
    ----------
    origin : str
        Id of where that statement comes from.
    claims : tuple of str
        Ids of the claims for which it counts.
    near : str or None
        How close the source is to what those claims are about, where that differs from its own ``near``: who sat in a
        meeting heard what was told there, and knows what it was about from the one who told it.
    """

    origin: Name
    claims: tuple[Name, ...] = Field(min_length=1)
    near: Near | None = None


class SourceQuotation(Entry):
    """A short quotation from a source: the original, a gloss word by word, and plain English."""

    original: Words
    language: Words
    literal: Words
    plain: Words


class Source(Entry):
    """An outside source, told in our own words.

    Attributes
    ----------
    publisher, title, url, language : str
        Where it stands; ``title`` may be None, and ``url`` too in a lesson that is invented.
    label : str or None
        In an invented lesson: what says so to the student, wherever the source stands.
    title_plain : str or None
        English of a title in another language, for the search.
    link : str
        By who owns the outlet, in every country: ``ok``, ``state-media`` (a state owns it or pays for it) or
        ``unchecked`` (of a country in the dispute, owner not checked), which a teacher switches on; ``sibling``
        (never linked) or ``none`` (unclear standing).
    date : str or None
        Day shown on the page; ``unknown`` keeps it off the timeline; None if it was concluded.
    date_inferred, date_basis : str or None
        Concluded day, and from what; or why the day is unknown.
    position, interest : str
        Who stands behind it (country, sort of outlet, owner if known, whose words it passes on), and what they have at
        stake. Neither speaks of an outlet's tone, or of the rules for the press in its country.
    near : str
        How close it is to the event, by one rule for all sides: ``party`` is the one involved, or an agency that
        belongs to the state involved; ``was-told`` has the words from the one involved; ``repeats`` has them from
        another outlet.
    origin : str
        Id of where the information comes from; sources of one origin count once.
    via : str or None
        Id of the source through which it came, if the texts show it.
    also_carries : tuple of Carried
        Further statements in it, each with the claims for which it has that origin instead.
    also_accept : tuple of Carried
        Second readings that count beside ours: for these claims it may be given that origin, or that nearness, as well.
    says : str
        Paraphrase, without numbers of people who fight or were killed.
    counts : str or None
        Such a number: shown only for a claim that waits behind a warning.
    supports, contradicts, context : tuple of str
        Ids of claims.
    core : bool
        Whether students see it first.
    teacher_only : bool
        Whether it stays in the teacher's guide: no desk shows it.
    read : str
        How much of it was read.
    consulted : str or None
        Day on which it was read.
    grave : bool
        Whether it counts people killed: a search finds it for such a claim only.
    eu_ban, eu_ban_basis : bool or None, str or None
        Whether it was seen to be under an EU broadcasting ban, and the source for that.
    """

    id: Name
    publisher: Words
    title: Words | None = None
    title_plain: Words | None = None
    url: Link | None = None
    label: Words | None = None
    link: Literal["ok", "state-media", "unchecked", "sibling", "none"]
    date: DayOrUnknown | None = None
    date_inferred: Day | None = None
    date_basis: Words | None = None
    language: Words
    type: Words
    position: Words
    interest: Words
    near: Near
    origin: Name
    via: Name | None = None
    also_carries: tuple[Carried, ...] = ()
    also_accept: Annotated[tuple[Carried, ...], SINCE] = ()
    says: Words
    counts: Words | None = None
    quote: SourceQuotation | None = None
    supports: tuple[Name, ...] = ()
    contradicts: tuple[Name, ...] = ()
    context: tuple[Name, ...] = ()
    note: Words | None = None
    core: bool
    teacher_only: bool = False
    grave: bool = False
    read: Literal["opening", "whole"]
    consulted: Day | None = None
    eu_ban: bool | None = None
    eu_ban_basis: Name | None = None

    @property
    def day(self) -> str | None:
        """The day on which it stands in the timeline, or None if that is unknown."""
        return None if self.date == "unknown" else self.date or self.date_inferred

    def via_for(self, claim: str) -> str | None:
        """Give the id of the source through which came what it says about one claim; None for a second statement."""
        return self.via if self.origin_for(claim) == self.origin else None

    def origin_for(self, claim: str) -> str:
        """Give the id of the origin of what it says about one claim."""
        return next((carried.origin for carried in self.also_carries if claim in carried.claims), self.origin)

    def near_for(self, claim: str) -> Near:
        """Say how close it is to what one claim is about."""
        told = (carried.near for carried in self.also_carries if claim in carried.claims)
        return next(filter(None, told), self.near)

    def origins_for(self, claim: str) -> tuple[str, ...]:
        """Give the ids of all origins that count for one claim, ours first."""
        return tuple(dict.fromkeys((self.origin_for(claim), *(one.origin for one in self._second(claim)))))

    def nears_for(self, claim: str) -> tuple[Near, ...]:
        """Give every nearness that counts for one claim, ours first."""
        return tuple(dict.fromkeys((self.near_for(claim), *(one.near for one in self._second(claim) if one.near))))

    def _second(self, claim: str) -> tuple[Carried, ...]:
        return tuple(one for one in self.also_accept if claim in one.claims)


class SourcesFile(Entry):
    """sources.yaml: all outside sources, where their information comes from, and how they were read."""

    origins: tuple[Origin, ...] = ()
    sources: tuple[Source, ...] = ()
