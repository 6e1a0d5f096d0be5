"""Model of claims.yaml: what can be checked, and the dated answers."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from exercises.lesson.models.base import Day, Draft, Entry, Name, Words, refusal, spelled, still_open

VerdictWord = Literal["holds", "does-not-hold", "disputed", "cannot-be-tested"]
SaidWord = Literal["yes", "no", "not-found", "not-applicable"]
SentenceName = Annotated[str, spelled(r"S[1-9][0-9]{0,2}", "Write S and the number of the sentence, such as “S12”.")]


def _or_open(given: Any) -> Any:
    return still_open() if given is None else given


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

    by: Annotated[Words, BeforeValidator(_or_open)]
    reason: Annotated[Words, BeforeValidator(_or_open)]
    answer: SaidWord
    as_of: Day
    also_accept: tuple[SaidWord, ...] = ()
    also_accept_why: Words | None = None

    @property
    def is_open(self) -> bool:
        """Whether a draft left empty who said it, or how that is known."""
        return still_open() in (self.by, self.reason)

    @field_validator("answer", mode="before")
    @classmethod
    def _unanswered(cls, answer: Any, info: ValidationInfo) -> Any:
        """Let a draft go without an answer as long as all of it is open."""
        left = {info.data.get("by"), info.data.get("reason")} == {still_open()}
        return "not-found" if answer is None and left else answer


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
    draft : bool
        Whether no person has looked yet. A draft may leave empty who said it, how that is known, and the judgement.
    """

    id: Name
    draft: Draft = False
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
    note: Words | None = Field(default=None, validate_default=True)
    evidence_later: tuple[Name, ...] = ()
    context: tuple[Name, ...] = ()
    fact: Words | None = None
    inference: Words | None = None
    grave: bool = False

    @field_validator("said")
    @classmethod
    def _answered(cls, said: Said, info: ValidationInfo) -> Said:
        if said.is_open and not info.data.get("draft"):
            raise refusal("Nobody has answered yet whether it was said", "Fill in “answer:”, “by:” and “reason:”.")
        return said

    @field_validator("judged", mode="before")
    @classmethod
    def _undecided(cls, judged: Any, info: ValidationInfo) -> Any:
        return False if judged is None and info.data.get("draft") else judged

    @field_validator("note", mode="before")
    @classmethod
    def _noted(cls, note: Any, info: ValidationInfo) -> Any:
        return still_open() if note is None and info.data.get("draft") else note

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
