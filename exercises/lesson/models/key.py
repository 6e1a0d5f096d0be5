"""Models of key.yaml and practice.yaml: how a text was marked, with a reason for every mark."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from exercises.lesson.models.base import SINCE, Draft, Entry, Name, Pieces, PiecesOrNone, Words, refusal

SourceKind = Literal[
    "named-person", "named-body", "described", "unnamed", "document", "other-outlet", "reporter", "none"
]
VerbStance = Literal["neutral", "taken-as-true", "distancing", "reluctant", "forceful"]
Whose = Literal["reporter", "source", "cannot-tell"]
CertaintyKind = Literal["modal", "evidential", "reporting-word", "likelihood", "conditional", "approximator", "aim"]
Direction = Literal["hedge", "booster"]


class AttributionReasons(Entry):
    """Why the parts of an attribution are marked as they are; every part that exists needs its reason."""

    source: Words | None = None
    cue: Words | None = None
    content: Words | None = None


class AttributionAlternative(Entry):
    """Another reading that is accepted; only the parts that differ."""

    source: PiecesOrNone | None = None
    cue: Pieces | None = None
    content: PiecesOrNone | None = None
    source_kind: SourceKind | None = None
    verb_stance: VerbStance | None = None
    also_stance: VerbStance | None = None
    why: Words | None = None


class Attribution(Entry):
    """One tie of content to a source through a cue.

    Attributes
    ----------
    id : str
        Such as ``A12a``.
    sentence : int
        Number of the sentence, from 1.
    source, cue, content : tuple of str
        Quoted words; no ``source`` where the words name nobody, no ``content`` where it stands in another sentence.
    source_kind, verb_stance, also_stance : str
        What kind of source it is, and what the reporting word does.
    goes_on : str or None
        Id of the attribution before it whose words go on in this sentence, without a word of saying; it has no ``cue``.
    holder : str or None
        Who owns the words, as a student would call them; the same words for every attribution of one speaker.
    inside : str or None
        Id of the attribution in whose content this one stands.
    refers_to : str or None
        Whom a pronoun or a noun that points back means.
    also_accept : tuple of AttributionAlternative
        Other readings that careful readers defend.
    why : AttributionReasons
        The reasons.
    claims : tuple of str
        Ids of the claims whose dated answers say how far the content holds.
    draft : bool
        Whether a machine wrote it and no person has looked yet; so in the other three lists.
    """

    id: Name
    draft: Draft = False
    sentence: int = Field(ge=1)
    source: Pieces | None = None
    goes_on: Annotated[Name | None, SINCE] = None
    cue: PiecesOrNone
    content: PiecesOrNone | None = None
    source_kind: SourceKind
    holder: Words | None = None
    verb_stance: VerbStance
    also_stance: VerbStance | None = None
    inside: Name | None = None
    refers_to: Words | None = None
    also_accept: tuple[AttributionAlternative, ...] = ()
    why: AttributionReasons
    claims: tuple[Name, ...] = ()

    @field_validator("cue", mode="before")
    @classmethod
    def _left_empty(cls, cue: Any) -> Any:
        return () if cue is None else cue

    @field_validator("cue")
    @classmethod
    def _said_by_a_word(cls, cue: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        goes_on = info.data.get("goes_on")
        if cue and goes_on:
            raise refusal("What goes on has no word of saying of its own", "Write “cue: []”, or take “goes_on:” out.")
        if not cue and not goes_on:
            cure = (
                "Quote the words that say that somebody says it. Does a quotation go on from a sentence before, with "
                "no such words? Then write “cue: []” and, under “goes_on:”, the id of the entry before."
            )
            raise refusal("“cue” is empty", cure)
        return cue


class VoiceAlternative(Entry):
    """Another accepted reading of a clause in the reporter's own voice."""

    quote: Pieces | None = None
    why: Words | None = None


class VoiceClause(Entry):
    """A clause that could be true or false and that nobody in the text answers for.

    Attributes
    ----------
    quote : tuple of str
        Its words.
    proper : bool
        Whether a reader can see it or look it up without taking sides. A draft may leave it empty, and then asks nobody
        for a source.
    """

    id: Name
    draft: Draft = False
    sentence: int = Field(ge=1)
    quote: Pieces
    proper: bool
    also_accept: tuple[VoiceAlternative, ...] = ()
    why: Words

    @field_validator("proper", mode="before")
    @classmethod
    def _undecided(cls, proper: Any, info: ValidationInfo) -> Any:
        return True if proper is None and info.data.get("draft") else proper


class CertaintyAlternative(Entry):
    """Another accepted reading of a hedge or booster; only what differs."""

    cue: Pieces | None = None
    scope: Pieces | None = None
    whose: Whose | None = None
    kind: CertaintyKind | None = None
    why: Words | None = None


class CertaintyCue(Entry):
    """Wording that limits or raises how far someone commits to a content.

    Attributes
    ----------
    cue, scope : tuple of str
        The wording, and the words whose truth it makes less or more sure.
    whose : str
        Whose doubt or certainty it is.
    why_whose : str or None
        The reason for that, if it is not a part of ``why``; an exercise can keep it back for a later one.
    kind, direction : str
        What kind of wording it is, and whether it limits (hedge) or raises (booster).
    """

    id: Name
    draft: Draft = False
    sentence: int = Field(ge=1)
    cue: Pieces
    scope: Pieces
    whose: Whose
    kind: CertaintyKind
    direction: Direction
    also_accept: tuple[CertaintyAlternative, ...] = ()
    why: Words
    why_whose: Words | None = None


class NotCertainty(Entry):
    """A tempting word that makes a thing bigger, not surer."""

    id: Name
    draft: Draft = False
    sentence: int = Field(ge=1)
    quote: Pieces
    why: Words


class Marks(Entry):
    """The four lists of marks that a text can have."""

    attributions: tuple[Attribution, ...] = ()
    voice: tuple[VoiceClause, ...] = ()
    certainty: tuple[CertaintyCue, ...] = ()
    not_certainty: tuple[NotCertainty, ...] = ()


class KeyFile(Marks):
    """key.yaml: the marks of the article."""


class PracticeText(Marks):
    """A short text written for the course, with its marks.

    Attributes
    ----------
    id : str
        Name of the text, such as ``p-trucks``.
    label : str
        What tells the student that the words are not the article's.
    sentences : tuple of str
        Its sentences, in order.
    """

    id: Name
    label: Words
    sentences: tuple[Words, ...] = Field(min_length=1)


class PracticeFile(Entry):
    """practice.yaml: all practice texts of a lesson."""

    texts: tuple[PracticeText, ...] = ()
