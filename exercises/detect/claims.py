"""Ranks the sentences of a text by how well they can be checked: small rules speak for it or against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exercises.detect.context.place import is_number
from exercises.detect.prepared import Prepared, Word
from exercises.files.reading import read_plain
from exercises.lesson.text import Span

LIST = Path(__file__).with_name("claims.yaml")
LEAST = 0.5
"""Score from which a sentence counts as a claim that can be checked."""
TOP = 5

_CURRENCIES = frozenset({"$", "€", "£", "us$"})
_HAVE = frozenset({"have", "has", "'ve", "'s", "had"})
_NO_EVENT = frozenset({"was", "were", "did", "had", "said", "thought", "wanted"})
# So many points make a score of one half; however many more there are, the score stays below 1, and keeps their order.
_HALF = 5
_FRAGMENT, _BRIEF, _FULL = 6, 9, 18


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence, and how well it can be checked.

    Attributes
    ----------
    span : Span
        The sentence, in code points of the text.
    score : float
        From 0, nothing to check, to 1.
    rules : tuple of str
        Names of the rules that fit, those that weigh most first; the locale says each in one sentence.
    """

    span: Span
    score: float
    rules: tuple[str, ...]

    @property
    def is_checkable(self) -> bool:
        """Whether the score is high enough to count as a claim."""
        return self.score >= LEAST


def score_claims(prepared: Prepared) -> tuple[Claim, ...]:
    """Score every sentence of a text.

    Parameters
    ----------
    prepared : Prepared
        Any text.

    Returns
    -------
    tuple of Claim
        One a sentence, in the order of the text.
    """
    return tuple(_scored(sentence.span, Seen(sentence.words)) for sentence in prepared.sentences)


def top_claims(prepared: Prepared, most: int = TOP) -> tuple[Claim, ...]:
    """Give the few sentences that are best worth checking.

    Parameters
    ----------
    prepared : Prepared
        Any text.
    most : int
        How many at most.

    Returns
    -------
    tuple of Claim
        The best first; of the same score, the earlier one. Sentences below ``LEAST`` are left out.
    """
    checkable = [claim for claim in score_claims(prepared) if claim.is_checkable]
    return tuple(sorted(checkable, key=lambda claim: (-claim.score, claim.span))[:most])


class Seen:
    """What the rules see of a sentence: its words in small letters and their parts of speech."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.low = [word.low for word in words]
        self.tags = [word.tag for word in words]
        self.every = frozenset(self.low)
        self.length = sum(word.isalnum() or any(map(str.isalnum, word)) for word in self.low)

    def has(self, name: str, *tags: str) -> bool:
        """Whether a word of this list occurs, as one of these parts of speech if any are named."""
        listed = _lists()[name]
        if listed.isdisjoint(self.every):
            return False
        return not tags or any(
            word in listed and tag.startswith(tags) for word, tag in zip(self.low, self.tags, strict=True)
        )

    @property
    def numbers(self) -> list[str]:
        """Its numbers; “one” is mostly none."""
        pairs = zip(self.low, self.tags, strict=True)
        return [word for word, tag in pairs if (tag == "CD" and word != "one") or is_number(word)]


def number(seen: Seen) -> bool:
    """Whether there is a number, in digits or in letters."""
    return bool(seen.numbers)


def quantity(seen: Seen) -> bool:
    """Whether there is money, a share, a large or measured amount, or so many people."""
    return not _CURRENCIES.isdisjoint(seen.every) or seen.has("units") or people(seen)


def people(seen: Seen) -> bool:
    """Whether people are counted: “twelve people”, “76 injured passengers”."""
    listed = _lists()["people"]
    counts = [at for at, word in enumerate(seen.low) if is_number(word)]
    return any(not listed.isdisjoint(seen.low[at + 1 : at + 4]) for at in counts)


def comparison(seen: Seen) -> bool:
    """Whether it compares: “more than”, “three times as many”."""
    than = "than" in seen.every and any(tag in {"JJR", "RBR"} for tag in seen.tags)
    return than or ("times" in seen.every and number(seen))


def superlative(seen: Seen) -> bool:
    """Whether something is the most: “the largest”."""
    return any(tag in {"JJS", "RBS"} for tag in seen.tags)


def event(seen: Seen) -> bool:
    """Whether a verb in the past tells what happened."""
    return any(tag == "VBD" and word not in _NO_EVENT for word, tag in zip(seen.low, seen.tags, strict=True))


def past(seen: Seen) -> bool:
    """Whether it tells how things were: “was”, “were”, “did”."""
    return not seen.every.isdisjoint({"was", "were", "did"})


def result(seen: Seen) -> bool:
    """Whether it is done by now: “has closed”, “had been sold”. “Has got” is a present."""
    haves = [at for at, word in enumerate(seen.low) if word in _HAVE and seen.low[at + 1 : at + 2] != ["got"]]
    return any("VBN" in seen.tags[at + 1 : at + 4] for at in haves)


def year(seen: Seen) -> bool:
    """Whether a year of the last centuries is named."""
    return any(len(word) == 4 and word.isdigit() and "1700" < word < "2100" for word in seen.low)


def named(seen: Seen) -> bool:
    """Whether somebody or something is called by name."""
    return any(tag.startswith("NNP") for tag in seen.tags[1:])


def third_person(seen: Seen) -> bool:
    """Whether it begins with somebody else than the speaker."""
    if not seen.low:
        return False
    begins = seen.tags[0].startswith("NNP") or seen.low[0] in {"he", "she", "they"}
    return begins or (seen.tags[0] == "DT" and seen.tags[1:2] in (["NNP"], ["NNPS"]))


def feeling(seen: Seen) -> bool:
    """Whether the speaker tells a feeling: “I think”, “I am glad”."""
    listed = _lists()["feeling"]
    return any(word == "i" and listed & set(seen.low[at + 1 : at + 3]) for at, word in enumerate(seen.low))


RULES: Mapping[str, Callable[[Seen], bool]] = {
    "quantity": quantity,
    "number": number,
    "event": event,
    "comparison": comparison,
    "superlative": superlative,
    "change": lambda seen: seen.has("change", "VB"),
    "date": lambda seen: seen.has("date"),
    "past": past,
    "result": result,
    "measured": lambda seen: seen.has("measured"),
    "record": lambda seen: seen.has("record"),
    "act": lambda seen: seen.has("act", "VBD", "VBN", "VBZ"),
    "year": year,
    "named": named,
    "third-person": third_person,
    "full-sentence": lambda seen: seen.length > _FULL,
    "question": lambda seen: "?" in seen.every,
    "wish": lambda seen: seen.has("wish"),
    "feeling": feeling,
    "command": lambda seen: seen.tags[:1] == ["VB"],
    "fragment": lambda seen: seen.length < _FRAGMENT,
    "brief": lambda seen: _FRAGMENT <= seen.length < _BRIEF,
    "forecast": lambda seen: seen.has("forecast", "MD", "VBG"),
    "condition": lambda seen: seen.has("condition"),
    "first-person": lambda seen: not seen.every.isdisjoint({"i", "my", "me"}),
    "address": lambda seen: "you" in seen.every,
}
"""Every rule by its name; claims.yaml holds what each weighs, and its words."""


def _scored(span: Span, seen: Seen) -> Claim:
    weights = _weights()
    fitting = [name for name, rule in RULES.items() if rule(seen)]
    points = sum(weights[name] for name in fitting)
    fitting.sort(key=lambda name: -abs(weights[name]))
    return Claim(span, round(max(0, points) / (max(0, points) + _HALF), 3), tuple(fitting))


@cache
def _read() -> dict[str, Any]:
    return read_plain(LIST)


@cache
def _weights() -> Mapping[str, int]:
    return {name: int(weight) for name, weight in _read()["weights"].items()}


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return {one["name"]: frozenset(map(str, one["words"])) for one in _read()["lists"]}
