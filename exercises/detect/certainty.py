"""Drafts hedges and boosters: each cue with its kind, its direction and the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exercises.detect.listed import Listed
from exercises.detect.prepared import Prepared
from exercises.lesson.text import Span

LIST = Path(__file__).with_name("certainty.yaml")
KINDS = ("modal", "likelihood", "evidential", "distance", "rounding", "conditional")
DIRECTIONS = ("hedge", "booster")
LEVELS = ("sure", "look")


@dataclass(frozen=True, slots=True)
class CertaintyCue:
    """Words that make a sentence less or more sure.

    Attributes
    ----------
    span : Span
        Where they stand, in code points of the text.
    kind : str
        One of ``KINDS``.
    direction : str
        ``hedge`` or ``booster``.
    rule : str
        Name of the rule that found them; the locale says it in one sentence.
    level : str
        ``sure``, or ``look``: look at this.
    """

    span: Span
    kind: str
    direction: str
    rule: str
    level: str


def mark_certainty(prepared: Prepared) -> tuple[CertaintyCue, ...]:
    """Mark all words of a text that say how sure somebody is.

    Parameters
    ----------
    prepared : Prepared
        Any text.

    Returns
    -------
    tuple of CertaintyCue
        In the order of the text; no two overlap.
    """
    return tuple(_cues(prepared))


def _cues(prepared: Prepared) -> Iterator[CertaintyCue]:
    for sentence in prepared.sentences:
        for place, group in certainty_list().found(sentence.words):
            fields = group.fields
            yield CertaintyCue(place.span, fields["kind"], fields["direction"], group.rule, fields["level"])


@cache
def certainty_list() -> Listed:
    """Give the list of the rules, read once."""
    return Listed(LIST)
