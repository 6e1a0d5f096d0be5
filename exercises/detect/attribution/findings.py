"""What a rule finds in one sentence, before it becomes a draft."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.detect.attribution.clause import Range


@dataclass(slots=True)
class Finding:
    """An attribution in words of one sentence.

    Attributes
    ----------
    rule : str
        Name of the rule.
    cue : tuple
        First word of the cue and first one behind it.
    source : tuple or None
        The same of the source.
    content : list of tuple
        Parts of the content.
    sure : bool
        Whether the rule is seldom wrong.
    """

    rule: str
    cue: Range
    source: Range | None
    content: list[Range]
    sure: bool


RULES = (
    "quote",
    "that",
    "bare",
    "wh",
    "to",
    "whom-to",
    "noun",
    "about",
    "relative",
    "participle",
    "passive",
    "inverted",
    "quote-first",
    "clause-first",
    "split",
    "as-said",
    "colon",
    "according-to",
    "noun-that",
    "alone",
    "headline",
    "beside-quote",
)
"""Names of all rules; the words of the interface have one sentence for each."""
