"""Repairs parts of speech where the tagger met a word that it has never seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from exercises.files.reading import read_plain

LIST = Path(__file__).with_name("known.yaml")
_CLOSED_TAGS = frozenset(["IN", "DT", "CC", "PRP", "PRP$", "MD", "WDT", "WP", "WRB", "EX", "TO", "UH", "RP", "PDT", "FW", "LS"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_OBJECTS = frozenset(["DT", "PRP", "PRP$"])
# Words of closed classes that have more than one tag and stand on no list.
_OPEN = frozenset(
    "that to there which both all such half up out off down over around before so like only once near past but yet one "
    "her whose whoever whatever whichever either neither n't 's 'd 'll 're 've 'm ca wo ai inside outside across along behind "
    "above below next except plus minus versus till aboard atop onto opposite yes oh ok please etc. et al quite what "
    "many may can need dare ought let ''".split()  # noqa: SIM905
)


@cache
def known_words() -> dict[str, str]:
    """Give the words of closed classes with their tags, and people with theirs."""
    lists = read_plain(LIST)
    people = {word: "NN" for word in lists["people"]}
    more = {_plural(word): "NNS" for word in lists["people"] if not word.endswith("s")}
    return {**people, **more, **closed_words()}


@cache
def closed_words() -> dict[str, str]:
    """Give the words of closed classes, in small letters, with their tags."""
    return {word: tag for tag, words in read_plain(LIST)["closed"].items() for word in words}


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
    known = known_words()
    done = list(tags)
    for at, low in enumerate(lows):
        if not low[0].isalpha():
            continue
        tag = known.get(low)
        named = shown[at][0].isupper() and not headline and low != "i"
        if named and len(low) > 1 and shown[at].isupper() and tag is not None and not all(map(str.isupper, shown)):
            # “WHO” is no “who”.
            done[at] = "NNP"
            continue
        begins = at == 0 or tags[at - 1] in (":", "``", "''", ".")
        if named and not begins and tag not in ("NN", "NNS"):
            done[at] = done[at] if done[at] in ("NNP", "NNPS", "CD") else "NNP" if tag is None else tag
        elif tag is not None and not (tag in ("NN", "NNS") and tags[at] in ("NNP", "NNPS")):
            done[at] = tag
        elif tags[at] in _CLOSED_TAGS and low not in _OPEN:
            done[at] = "NNP" if named else "NN"
    return _verbs(shown, lows, done, headline=headline)


def _verbs(shown: Sequence[str], lows: Sequence[str], tags: list[str], *, headline: bool) -> list[str]:
    """See a verb in “Reed favors the plan”, and a name before “said”."""
    for at in range(len(tags)):
        after = tags[at + 1] if at + 1 < len(tags) else ""
        before = tags[at - 1] if at else ""
        if lows[at] == "general" and before in ("NN", "NNP"):
            tags[at] = before
        if tags[at] in ("NNS", "NN") and at and lows[at - 1] in ("he", "she", "it", "they", "we", "i") and before == "PRP":
            tags[at] = "VBZ" if tags[at] == "NNS" else "VBP"
        if before == "DT" and tags[at] in ("RB", "VB", "VBP", "VBZ", "VBD") and after in (".", ",", "IN", "NNP", "TO", "CC"):
            if lows[at - 1] in ("a", "an", "the") and lows[at] not in known_words():
                tags[at] = "NN"
        if tags[at] == "VBN" and before in (*_NOUNS, "PRP", ",") and after in ("JJ", "DT", "PRP", "PRP$", "NNP") and at:
            tags[at] = "VBD"
        ends_so = lows[at].endswith("s") and not lows[at].endswith("ss") and (headline or not shown[at][0].isupper())
        if tags[at] == "NNS" and ends_so and at and tags[at - 1] in ("NNP", "NN", "PRP") and after in _OBJECTS:
            tags[at] = "VBZ"
        first = at == 0 and shown[at][0].isupper() and lows[at] not in known_words() and lows[at] not in _OPEN
        if first and tags[at] in ("VB", "JJ", "VBD", "VBP", "RB") and _soon_finite(tags, at + 1):
            tags[at] = "NNP"
        if tags[at] in ("JJ", "VB", "VBZ", "VBP", "UH", "VBG") and at + 1 < len(tags) and lows[at + 1] in ("said", "says"):
            tags[at] = "NNP" if shown[at][0].isupper() else "NN"
    if not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags):
        lone = next((at for at in range(1, len(tags)) if tags[at] == "VBN" and tags[at - 1] in (*_NOUNS, "PRP")), None)
        if lone is not None:
            tags[lone] = "VBD"
    return tags


def _soon_finite(tags: Sequence[str], at: int) -> bool:
    while at < len(tags) and tags[at] == "RB":
        at += 1
    return at < len(tags) and tags[at] in ("VBD", "VBZ", "MD")
