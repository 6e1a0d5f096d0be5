"""A sentence cut into noun phrases, with the questions that every rule asks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exercises.detect.attribution.grammar import listed
from exercises.detect.attribution.mending import mended
from exercises.detect.prepared import PreparedSentence, Word

Range = tuple[int, int]

_HEADS = frozenset(["NN", "NNS", "NNP", "NNPS", "CD", "PRP", "$", "EX", "FW", "POS"])
_STARTS = frozenset(["DT", "PRP$", "PDT", "WP$"])
_INSIDE = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "RB", "RBS", "RBR", "SYM", "HYPH", "CC"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
VERBS = frozenset(["VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"])
HELPING = listed("helping")
_STOPS = listed("stops")
TIMES = listed("times")
_DAYS = listed("days")
_ALONE = listed("alone_as_phrase")
_HANGING = listed("hanging")
LINKS = listed("links")


@dataclass(slots=True)
class Clause:
    """One sentence as the rules see it.

    Attributes
    ----------
    sentence : PreparedSentence
        The sentence.
    words, lows, tags : sequence
        Its words, in small letters, and their parts of speech.
    quoted : list of int
        For each word the number of the quotation that it stands in, or -1.
    phrases : list
        For each word the noun phrase that it stands in (first word, first one behind), or None.
    """

    sentence: PreparedSentence
    quoted: list[int]
    words: tuple[Word, ...] = ()
    lows: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    phrases: list[Range | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = self.sentence.words
        self.lows = [word.low for word in self.words]
        self.tags = mended(self.lows, [word.tag for word in self.words])
        self.phrases = _phrases(self.lows, self.tags, self.quoted)

    def __len__(self) -> int:
        return len(self.words)

    def low(self, at: int) -> str:
        """Give a word in small letters; nothing outside of the sentence."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def tag(self, at: int) -> str:
        """Give a part of speech; nothing outside of the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def phrase(self, at: int) -> Range | None:
        """Give the noun phrase at a word, if there is one."""
        return self.phrases[at] if 0 <= at < len(self.phrases) else None

    def is_mark(self, at: int) -> bool:
        """Whether a quotation mark stands there."""
        return self.tag(at) in ("``", "''") and self.low(at) in ('"', "'")

    def has_finite(self, start: int, end: int) -> bool:
        """Whether a verb between two words can carry a clause."""
        return any(tag in FINITE for tag in self.tags[start:end])

    def begins_clause(self, at: int, end: int) -> bool:
        """Whether a noun phrase stands there and its verb soon behind it."""
        subject = self.phrase(at)
        if subject is None or subject[0] != at:
            opens = self.low(at) in ("there", "it", "what", "if", "when") or self.tag(at) in (
                "VBG",
                "RB",
                "JJ",
                "WP",
                "DT",
                "``",
            )
            return opens and self.has_finite(at + 1, min(end, at + 14))
        return self.verb_behind(subject[1], end) is not None

    def verb_behind(self, at: int, end: int) -> int | None:
        """Give the finite verb of a subject that ends there, beyond what hangs on it."""
        depth = 0
        for index in range(at, min(end, at + 14)):
            low, tag = self.lows[index], self.tags[index]
            depth += (low == "(") - (low == ")")
            if tag in FINITE and depth == 0 and self.tag(index - 1) not in ("WDT", "WP", "TO") and low not in ("'s",):
                return index
            if tag in FINITE and low == "'s" and self.phrase(index) is None:
                return index
            ends = low in _STOPS or (low == "," and self.low(index + 1) not in ("who", "which", "whose"))
            if ends or (tag == "TO" and index == at):
                return None
            if tag == "VB" and self.tag(index - 1) in ("NNS", "PRP", "``", "RB") and "TO" not in self.tags[at:index]:
                return index
        return None

    def extended(self, phrase: Range, end: int) -> Range:
        """Lengthen a noun phrase by what hangs on it: “the mayor of Oxley”."""
        start, stop = phrase
        while stop < end and self.lows[stop] in _HANGING and self.phrase(stop + 1):
            following = self.phrase(stop + 1)
            if following is None or following[1] > end:
                break
            stop = following[1]
        return start, stop


def _phrases(lows: Sequence[str], tags: Sequence[str], quoted: Sequence[int]) -> list[Range | None]:
    """Cut out the noun phrases from left to right."""
    found: list[Range | None] = [None] * len(tags)
    at = 0
    while at < len(tags):
        end, head = _phrase_end(at, lows, tags, quoted)
        if head:
            for index in range(at, end):
                found[index] = at, end
        at = max(end, at + 1)
    return found


def _phrase_end(start: int, lows: Sequence[str], tags: Sequence[str], quoted: Sequence[int]) -> tuple[int, bool]:
    """Give where a noun phrase ends that begins here, and whether it has a head."""
    at, last = start, -1
    if tags[start] == "PRP":
        return start + 1, True
    while at < len(tags) and quoted[at] == quoted[start] and not (at > start and _begins_anew(at, start, lows, tags)):
        if tags[at] in _HEADS:
            last = at
        elif not _belongs(at, start, lows, tags):
            break
        at += 1
    if last < 0:
        # “some”, “others”: such a word can be a source without a noun.
        return at, at > start and tags[start] in ("DT", "JJ", "PDT") and lows[start] in _ALONE
    # “the Republican said”: an adjective serves as a noun before a verb.
    serves = at > last + 1 and tags[at - 1] == "JJ" and tags[start] in ("DT", "PRP$")
    return (at if serves and at < len(tags) and tags[at] in FINITE else last + 1), True


def _begins_anew(at: int, start: int, lows: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether another noun phrase begins inside, as in “the mayor | last week” or “Monday | officials”."""
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if lows[at] in ("last", "this", "next") and following in TIMES:
        return True
    if at - 1 == start and lows[start] in _DAYS and tags[at] in ("NNS", "NNP"):
        return True
    return tags[at] == "PRP" or (tags[at] in _STARTS and tags[at - 1] not in ("PDT", "POS"))


def _belongs(at: int, start: int, lows: Sequence[str], tags: Sequence[str]) -> bool:
    if tags[at] in _STARTS or tags[at] in ("JJ", "JJR", "JJS"):
        return True
    return tags[at] in _INSIDE and at + 1 < len(tags) and _goes_on(at, start, lows, tags)


def _goes_on(at: int, start: int, lows: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a participle, an adverb or “and” stands inside of a noun phrase."""
    following = tags[at + 1]
    if lows[at] in ("&",):
        return True
    if tags[at] == "CC":
        return lows[at] == "and" and at > start and tags[at - 1] in ("NNP", "NNPS") and following in ("NNP", "NNPS")
    if tags[at] in ("RB", "RBS", "RBR"):
        return at > start and following in ("JJ", "VBN", "CD", "VBG") and tags[at - 1] in ("DT", "PRP$")
    return (
        at > start
        and tags[at - 1] in ("DT", "PRP$", "JJ", "CD", "POS")
        and following in ("NN", "NNS", "NNP", "JJ", "VBN")
    )
