"""Repairs parts of speech where the tagger met a word that it has never seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exercises.files.reading import read_plain

LIST = Path(__file__).with_name("known.yaml")
_CLOSED_TAGS = frozenset(
    ["IN", "DT", "CC", "PRP", "PRP$", "MD", "WDT", "WP", "WRB", "EX", "TO", "UH", "RP", "PDT", "FW", "LS"]
)
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_OBJECTS = frozenset(["DT", "PRP", "PRP$", "TO"])
_BEFORE_NAMES = frozenset([*_NOUNS, "JJ", "JJS", "VBG", "VBN", "CD"])
_NO_NAMES = frozenset(["VB", "JJ", "VBD", "VBP", "RB", "VBG", "VBZ", "VBN"])

# “bed”, “feed” and “shed” are no past forms.
LEAST_PAST = 4


@cache
def known_words() -> dict[str, str]:
    """Give the words of closed classes with their tags, and people with theirs."""
    lists = read_plain(LIST)
    people = dict.fromkeys(lists["people"], "NN")
    more = {_plural(word): "NNS" for word in lists["people"] if not word.endswith("s")}
    return {**people, **more, **closed_words()}


@cache
def closed_words() -> dict[str, str]:
    """Give the words of closed classes, in small letters, with their tags."""
    return {word: tag for tag, words in read_plain(LIST)["closed"].items() for word in words}


@cache
def _several() -> frozenset[str]:
    """Give the words of closed classes that have more than one tag."""
    return frozenset(word for group in read_plain(LIST)["several"] for word in group["words"])


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith(("man", "men")) and len(word) > 4:
        return f"{word[:-2]}en"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x")) else f"{word}s"


def repaired(shown: Sequence[str], lows: Sequence[str], tags: Sequence[str], *, headline: bool) -> list[str]:
    """Put right what is known better.

    Parameters
    ----------
    shown, lows : sequence of str
        The words as they stand, and in small letters.
    tags : sequence of str
        What the tagger says.
    headline : bool
        Whether capitals say nothing here.

    Returns
    -------
    list of str
        As many tags as there were.
    """
    line = _Line(shown, lows, list(tags), headline)
    shouted = all(map(str.isupper, shown))
    for at, low in enumerate(lows):
        if low[0].isalpha():
            line.tags[at] = _known(line, at, tags, shouted=shouted)
    for at in range(len(lows)):
        for rule in _RULES:
            if tag := rule(line, at):
                line.tags[at] = tag
    return _with_a_verb(line.tags)


@dataclass(slots=True)
class _Line:
    """The words of one sentence and their tags, which change."""

    shown: Sequence[str]
    lows: Sequence[str]
    tags: list[str]
    headline: bool

    def tag(self, at: int) -> str:
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def is_known(self, at: int) -> bool:
        return self.lows[at] in known_words() or self.lows[at] in _several()


def _known(line: _Line, at: int, first: Sequence[str], *, shouted: bool) -> str:
    """Look a word up; a capital inside of a sentence makes a name, and closed classes take in nobody new."""
    low, tag = line.lows[at], known_words().get(line.lows[at])
    named = line.shown[at][0].isupper() and not line.headline and low != "i"
    if named and len(low) > 1 and line.shown[at].isupper() and tag is not None and not shouted:
        # “WHO” is no “who”.
        return "NNP"
    begins = at == 0 or first[at - 1] in (":", "``", "''", ".")
    if named and not begins and tag not in ("NN", "NNS"):
        return first[at] if first[at] in ("NNP", "NNPS", "CD") else tag or "NNP"
    if tag is not None and not (tag in ("NN", "NNS") and first[at] in ("NNP", "NNPS")):
        return tag
    if first[at] in _CLOSED_TAGS and low not in _several():
        return "NNP" if named else "NN"
    return first[at]


def _general(line: _Line, at: int) -> str | None:
    """Keep “attorney general” together."""
    return line.tag(at - 1) if line.low(at) == "general" and line.tag(at - 1) in ("NN", "NNP") else None


def _short_is(line: _Line, at: int) -> str | None:
    """Read “she’s” as “she is”."""
    return "VBZ" if line.low(at) == "'s" and line.tag(at - 1) in ("PRP", "EX") else None


def _no_sign(line: _Line, at: int) -> str | None:
    """Take no word for a sign."""
    if line.tags[at] in (":", ".", ",", "``", "''", "SYM") and line.lows[at][0].isalpha():
        return _noun(line.lows[at])
    return None


def _noun(low: str) -> str:
    return "NNS" if low.endswith("s") else "NN"


def _behind_according(line: _Line, at: int) -> str | None:
    """See a noun in “according to estimates”."""
    verb = line.tags[at].startswith("VB")
    return _noun(line.lows[at]) if verb and (line.low(at - 2), line.low(at - 1)) == ("according", "to") else None


def _unknown_past(line: _Line, at: int) -> str | None:
    """See a past form in “the mayor briefed”."""
    past = line.lows[at].endswith("ed") and len(line.lows[at]) > LEAST_PAST
    return "VBD" if past and line.tags[at] == "NN" and line.tag(at - 1) in _NOUNS else None


def _have(line: _Line, at: int) -> str | None:
    """Take “have” for no noun."""
    if line.low(at) in ("have", "do") and (line.tags[at] in _NOUNS or line.tags[at] == "JJ"):
        return "VB" if line.tag(at - 1) in ("TO", "MD") else "VBP"
    return None


def _one_name(line: _Line, at: int) -> str | None:
    """See one person in “Sanders says”, a name in “Long argued”."""
    if at or not line.shown[0][0].isupper() or line.is_known(0):
        return None
    if (line.tags[0] == "NNS" and line.tag(1) == "VBZ") or (line.tags[0] not in _BEFORE_NAMES and line.tag(1) == "NNP"):
        return "NNP"
    return "NNP" if line.tags[0] in _NO_NAMES and _soon_finite(line.tags, 1) else None


def _behind_pronoun(line: _Line, at: int) -> str | None:
    """See a verb in “he plans”."""
    follows = line.low(at - 1) in ("he", "she", "it", "they", "we", "i") and line.tag(at - 1) == "PRP"
    return {"NNS": "VBZ", "NN": "VBP"}.get(line.tags[at]) if follows else None


def _behind_article(line: _Line, at: int) -> str | None:
    """See a noun in “a rally in Oxley”."""
    article = line.low(at - 1) in ("a", "an", "the") and line.tag(at - 1) == "DT"
    odd = line.tags[at] in ("RB", "VB", "VBP", "VBZ", "VBD") and line.tag(at + 1) in (".", ",", "IN", "NNP", "TO", "CC")
    return "NN" if article and odd and line.low(at) not in known_words() else None


def _with_an_object(line: _Line, at: int) -> str | None:
    """See a past form in “he told his adviser”."""
    if line.tags[at] != "VBN":
        return None
    before = at > 0 and line.tag(at - 1) in (*_NOUNS, "PRP", ",")
    after = line.tag(at + 1) in ("JJ", "DT", "PRP", "PRP$", "NNP")
    return "VBD" if before and after else None


def _third_person(line: _Line, at: int) -> str | None:
    """See a verb in “Reed favors the plan”."""
    if line.tags[at] != "NNS":
        return None
    low = line.lows[at]
    ends_so = low.endswith("s") and not low.endswith("ss") and (line.headline or not line.shown[at][0].isupper())
    between = line.tag(at - 1) in ("NNP", "NN", "PRP") and line.tag(at + 1) in _OBJECTS
    return "VBZ" if ends_so and between else None


def _before_said(line: _Line, at: int) -> str | None:
    """See who speaks in “the Republican said”."""
    odd = line.tags[at] in ("JJ", "VB", "VBZ", "VBP", "UH", "VBG") and line.low(at + 1) in ("said", "says")
    if not odd or line.is_known(at):
        return None
    return "NNP" if line.shown[at][0].isupper() else "NN"


_RULES = (
    _general,
    _short_is,
    _no_sign,
    _behind_according,
    _unknown_past,
    _have,
    _one_name,
    _behind_pronoun,
    _behind_article,
    _with_an_object,
    _third_person,
    _before_said,
)


def _with_a_verb(tags: list[str]) -> list[str]:
    """Let the first participle carry the sentence if nothing else does."""
    if not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags):
        lone = next((at for at in range(1, len(tags)) if tags[at] == "VBN" and tags[at - 1] in (*_NOUNS, "PRP")), None)
        if lone is not None:
            tags[lone] = "VBD"
    return tags


def _soon_finite(tags: Sequence[str], at: int) -> bool:
    while at < len(tags) and tags[at] == "RB":
        at += 1
    return at < len(tags) and tags[at] in ("VBD", "VBZ", "MD")
