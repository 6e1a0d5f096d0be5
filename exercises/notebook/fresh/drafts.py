"""What drafts of a key and of claims look like before they are written: entries in the form of a lesson's files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A draft of an attribution.

    Attributes
    ----------
    id : str
        Its name, such as ``A03a``.
    sentence : int
        Number of its sentence.
    source, cue, content : str or None, str, tuple of str
        Quotations of the article.
    source_kind, stance, holder : str, str, str or None
        As the key has them.
    source_why, cue_why, content_why : str
        The reasons.
    sure : bool
        Whether the rule that found it is seldom wrong.
    """

    id: str
    sentence: int
    source: str | None
    cue: str
    content: tuple[str, ...]
    source_kind: str
    stance: str
    holder: str | None
    source_why: str
    cue_why: str
    content_why: str
    sure: bool

    @property
    def is_whole(self) -> bool:
        """Whether it has a source and a content, so that a student can be asked for all three parts."""
        return bool(self.source and self.content)


@dataclass(frozen=True, slots=True)
class HowSure:
    """A draft of a hedge or booster, its fields as the key has them."""

    id: str
    sentence: int
    cue: str
    scope: str
    whose: str
    kind: str
    direction: str
    why: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A draft of a word that judges or turns up the volume, and says nothing of how sure it is."""

    id: str
    sentence: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """A draft of a clause for which nobody in the text answers; whether that is proper, a machine cannot know."""

    id: str
    sentence: int
    quote: str


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A draft of a claim: words that can be checked, the rules that say so, and whether they count people killed."""

    id: str
    sentence: int
    quote: str
    why: tuple[str, ...]
    grave: bool


@dataclass(frozen=True, slots=True)
class Drafted:
    """All drafts on an article, each list in the order of the article, claims by how well they can be checked."""

    said_by: tuple[SaidBy, ...] = ()
    how_sure: tuple[HowSure, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    claims: tuple[ToCheck, ...] = ()
    voice: tuple[OwnVoice, ...] = ()
