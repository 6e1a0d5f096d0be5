"""Models of claims.yaml and sources.yaml: what can be checked, the dated answers, and where they come from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from exercises.lesson.models.base import Day, DayOrUnknown, Entry, Link, Name, Words

VerdictWord = Literal["holds", "does-not-hold", "disputed", "cannot-be-tested"]
SaidWord = Literal["yes", "no", "not-found", "not-applicable"]
SentenceName = Annotated[str, Field(pattern=r"^S[1-9][0-9]{0,2}$")]


class Said(Entry):
    """Was it said by the one named, and how do we know.

    Attributes
    ----------
    answer : str
        ``not-found`` means not found in a dated search; it never means false.
    as_of : str
        Day for which the answer is given.
    by, reason : str
        Who said it, or is said to have said it; and how we know.
    """

    answer: SaidWord
    as_of: Day
    by: Words
    reason: Words


class Verdict(Entry):
    """The answer to: is it so, as of a day? One of four words.

    Attributes
    ----------
    as_of : str
        The day.
    verdict : str
        One of four words.
    reason : str
        Why.
    evidence : tuple of str
        Ids of sources dated on or before that day.
    """

    as_of: Day
    verdict: VerdictWord
    reason: Words
    evidence: tuple[Name, ...] = Field(min_length=1)


class Claim(Entry):
    """A checkable statement with its two answers.

    Attributes
    ----------
    side : str
        ``article``, ``neutral``, or one of the lesson's own sides.
    quote, statement : str or None
        Words of the article, or a statement in our own words; one of the two.
    sentence : str or None
        Sentence of the article that holds the quotation, such as ``S12``.
    stated_on : str or None
        Day of a statement that is not the article's.
    judged : bool
        False for opinions, justifications and forecasts: they get a note and no verdict.
    so : tuple of Verdict
        Dated verdicts, oldest first.
    also_accept, also_accept_why : tuple of str, str or None
        Other verdicts that a reasonable expert could give, and why.
    fact, inference : str or None
        What is shown, and what is only concluded.
    """

    id: Name
    side: Name
    sentence: SentenceName | None = None
    quote: Words | None = None
    statement: Words | None = None
    stated_on: Day | None = None
    kind: Literal["factual-checkable", "attribution", "prediction", "vague", "opinion"]
    said: Said
    judged: bool
    so: tuple[Verdict, ...] = ()
    also_accept: tuple[VerdictWord, ...] = ()
    also_accept_why: Words | None = None
    also_accept_until: Day | None = None
    note: Words | None = None
    evidence_later: tuple[Name, ...] = ()
    context: tuple[Name, ...] = ()
    fact: Words | None = None
    inference: Words | None = None

    @property
    def words(self) -> str:
        """What is claimed: the article's words, or our statement."""
        return self.quote or self.statement or ""

    @property
    def sentence_number(self) -> int | None:
        """Number of the article's sentence, if the claim stands there."""
        return int(self.sentence[1:]) if self.sentence else None

    def verdict_on(self, day: str) -> Verdict | None:
        """Give the newest verdict that is not later than a day, or None if there was none yet."""
        return next((verdict for verdict in reversed(self.so) if verdict.as_of <= day), None)


class ClaimsFile(Entry):
    """claims.yaml: all claims."""

    claims: tuple[Claim, ...] = ()


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
    """A second statement that a source passes on, and the claims for which that one matters."""

    origin: Name
    claims: tuple[Name, ...] = Field(min_length=1)


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
        ``ok``, ``state-media`` (a teacher switches it on), ``sibling`` (never linked) or ``none`` (unclear standing).
    date : str or None
        Day shown on the page; ``unknown`` keeps it off the timeline; None if it was concluded.
    date_inferred, date_basis : str or None
        Concluded day, and from what; or why the day is unknown.
    position, interest : str
        Who stands behind it, and what they have at stake.
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
    says : str
        Paraphrase.
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
    eu_ban, eu_ban_basis : bool or None, str or None
        Whether it was seen to be under an EU broadcasting ban, and the source for that.
    """

    id: Name
    publisher: Words
    title: Words | None = None
    title_plain: Words | None = None
    url: Link | None = None
    label: Words | None = None
    link: Literal["ok", "state-media", "sibling", "none"]
    date: DayOrUnknown | None = None
    date_inferred: Day | None = None
    date_basis: Words | None = None
    language: Words
    type: Words
    position: Words
    interest: Words
    near: Literal["saw-it", "measured-it", "party", "was-told", "repeats"]
    origin: Name
    via: Name | None = None
    also_carries: tuple[Carried, ...] = ()
    says: Words
    quote: SourceQuotation | None = None
    supports: tuple[Name, ...] = ()
    contradicts: tuple[Name, ...] = ()
    context: tuple[Name, ...] = ()
    note: Words | None = None
    core: bool
    teacher_only: bool = False
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


class ArticlePage(Entry):
    """What is known of the page on which the article stood."""

    title: Words | None = None
    publisher: Words
    url: Link
    date: Day
    confidence: Words
    note: Words


class SourcesFile(Entry):
    """sources.yaml: all outside sources, where their information comes from, and how they were read."""

    article: ArticlePage | None = None
    origins: tuple[Origin, ...] = ()
    sources: tuple[Source, ...] = ()
