"""Mends the parts of speech of cue words where the tagger takes a verb of saying for a noun."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.detect.attribution.lexicon import lexicon

# In these forms they are always verbs.
_ALWAYS = {"said": "VBD", "says": "VBZ", "told": "VBD", "tells": "VBZ", "wrote": "VBD", "writes": "VBZ", "thinks": "VBZ"}
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"])
_OBJECTS = frozenset(["DT", "PRP", "PRP$", "NNP", "EX", "``"])
_HELPS = frozenset(["is", "are", "was", "were", "be", "been", "has", "have", "had", "'s", "'ve", "being", "'re"])
_BY_FORM = {"s": "VBZ", "base": "VBP", "past": "VBD"}


def mended(lows: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Give the parts of speech with the cue words put right.

    Parameters
    ----------
    lows : sequence of str
        Words in small letters.
    tags : sequence of str
        What the tagger says.

    Returns
    -------
    list of str
        As many as there were.
    """
    verbs = lexicon().verbs
    changed = list(tags)
    for at, low in enumerate(lows):
        if low == "that" and at and (lows[at - 1] in verbs or _names(tags, at + 1)):
            alone = at + 2 < len(tags) and tags[at + 1] == "NN" and tags[at + 2] in ("IN", ".", ",", "TO", "CC")
            changed[at] = "DT" if alone else "IN"
        if low in verbs:
            changed[at] = _mended(lows, changed, at, verbs[low].form)
    return changed


def _names(tags: Sequence[str], at: int) -> bool:
    """Whether somebody is named right there: “that Reed”."""
    return at < len(tags) and tags[at] in ("NNP", "NNPS", "PRP", "DT", "EX", "PRP$", "NNS", "``")


def _mended(lows: Sequence[str], tags: Sequence[str], at: int, form: str) -> str:
    tag, low = tags[at], lows[at]
    before = tags[at - 1] if at else ""
    after = tags[at + 1] if at + 1 < len(tags) else ""
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if low in _ALWAYS:
        back = at - 1
        while back > 0 and tags[back] == "RB":
            back -= 1
        helped = back >= 0 and lows[back] in _HELPS
        return "VBN" if helped else _ALWAYS[low]
    if form == "ing":
        return "VBG" if before == "," or following == "that" else tag
    if low == "that":
        return tag
    if tag in ("NNP", "NNPS") and at and before in ("NNP", "NNPS") and following != "that":
        return tag
    if following == "that" and at + 2 < len(tags) and (tags[at + 2] in ("MD", "VBD", "VBZ", "VBP")) and tag == "NNS":
        return tag
    if low == "say":
        return "VBP" if before in (*_NOUNS, "``", "''", ",", ")", "RB", "WP", "WDT") else "VB"
    if tag.startswith("VB"):
        finite = form == "past" and tag == "VBN" and before in _NOUNS and following in ("that", "the", "he", "she", "they")
        return "VBD" if finite else tag
    if before in ("MD", "TO"):
        return "VB"
    opens = after in (*_OBJECTS, ".", "WRB", "WP") or following in ("that", "it", "there", '"', "to")
    if form in _BY_FORM and before in (*_NOUNS, "RB", ",", ")") and opens:
        return _BY_FORM[form] if form != "base" or before in ("NNS", "PRP", "NNPS", "RB") else tag
    return "VBD" if form == "past" and before in (*_NOUNS, "RB") else tag
