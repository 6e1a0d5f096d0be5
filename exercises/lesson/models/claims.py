"""Model of claims.yaml: what can be checked, and the dated answers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from exercises.lesson.models.base import Day, Entry, Name, Words, spelled

VerdictWord = Literal["holds", "does-not-hold", "disputed", "cannot-be-tested"]
SaidWord = Literal["yes", "no", "not-found", "not-applicable"]
SentenceName = Annotated[str, spelled(r"S[1-9][0-9]{0,2}", "Write S and the number of the sentence, such as “S12”.")]


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
    also_accept, also_accept_why : tuple of str, str or None
        Other answers that a careful reader could give, and why.
    """

    answer: SaidWord
    as_of: Day
    by: Words
    reason: Words
    also_accept: tuple[SaidWord, ...] = ()
    also_accept_why: Words | None = None


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
        ``article``, one of the lesson's own sides if the speaker speaks for it (army, government, parliament, or a
        company in its own matter), or ``neutral`` for every other voice.
    kind : str
        ``attribution`` if the claim is that somebody said something; the others are about the world.
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
    also_accept, also_accept_why, also_accept_until : tuple of str, str or None, str or None
        Other verdicts that a reasonable expert could give, why, and the last day for which they could.
    fact, inference : str or None
        What is shown, and what is only concluded.
    grave : bool
        Whether it counts people in danger or speaks of people killed: it waits behind a word of warning.
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
    grave: bool = False

    @property
    def words(self) -> str:
        """What is claimed: the article's words, or our statement."""
        return self.quote or self.statement or ""

    @property
    def about_saying(self) -> bool:
        """Whether it claims that somebody said something; “is it so?” then asks nothing about the world."""
        return self.kind == "attribution"

    @property
    def sentence_number(self) -> int | None:
        """Number of the article's sentence, if the claim stands there."""
        return int(self.sentence[1:]) if self.sentence else None

    def verdict_on(self, day: str) -> Verdict | None:
        """Give the newest verdict that is not later than a day, or None if there was none yet."""
        return next((verdict for verdict in reversed(self.so) if verdict.as_of <= day), None)

    def accepted_on(self, day: str) -> tuple[VerdictWord, ...]:
        """Give the other verdicts that we accept for a day: what was open early may be settled later."""
        if self.also_accept_until and day > self.also_accept_until:
            return ()
        verdict = self.verdict_on(day)
        return tuple(other for other in self.also_accept if verdict is None or other != verdict.verdict)


class ClaimsFile(Entry):
    """claims.yaml: all claims."""

    claims: tuple[Claim, ...] = ()
