"""Mends the parts of speech of cue words where the tagger takes a verb of saying for a noun."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.detect.attribution.lexicon import lexicon

# In these forms they are always verbs.
_ALWAYS = {
    "said": "VBD",
    "says": "VBZ",
    "told": "VBD",
    "tells": "VBZ",
    "wrote": "VBD",
    "writes": "VBZ",
    "thinks": "VBZ",
}
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"])
_OBJECTS = frozenset(["DT", "PRP", "PRP$", "NNP", "EX", "``"])
_HELPS = frozenset(["is", "are", "was", "were", "be", "been", "has", "have", "had", "'s", "'ve", "being", "'re"])
_BEFORE_SAY = frozenset([*_NOUNS, "``", "''", ",", ")", "RB", "WP", "WDT"])
_SAME_IN_THE_PAST = frozenset(["read"])
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
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if low in _ALWAYS:
        return "VBN" if _is_helped(lows, tags, at) else _ALWAYS[low]
    if form == "ing":
        return "VBG" if before == "," or following == "that" or _leads_in(lows, tags, at) else tag
    if form == "past" and not before and tag == "VBD" and "," in lows[at:]:
        # “Asked about the mill, she said”: nobody stands before it who asked.
        return "VBN"
    if _is_no_verb(lows, tags, at):
        return tag
    if low == "say":
        return "VBP" if before in _BEFORE_SAY else "VB"
    if at > 1 and lows[at - 2] == "according":
        return ("NNS" if form == "s" else "NN") if tag.startswith("VB") else tag
    if tag.startswith("VB"):
        return "VBD" if _is_past(lows, tags, at, form) else tag
    return _made_verb(lows, tags, at, form)


def _leads_in(lows: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a quotation stands right behind it: “asking, “Why?””."""
    return at + 2 < len(tags) and lows[at + 1] in (",", ":") and tags[at + 2] == "``"


def _is_helped(lows: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether “has” or “was” stands before it, adverbs left aside."""
    back = at - 1
    while back > 0 and tags[back] == "RB":
        back -= 1
    return back >= 0 and lows[back] in _HELPS


def _is_no_verb(lows: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether it stands in a name (“United States”), or before “that” as in “the rules that bind us”."""
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if tags[at] in ("NNP", "NNPS") and at and tags[at - 1] in ("NNP", "NNPS") and following != "that":
        return True
    finite = at + 2 < len(tags) and tags[at + 2] in ("MD", "VBD", "VBZ", "VBP")
    return following == "that" and finite and tags[at] == "NNS"


def _is_past(lows: Sequence[str], tags: Sequence[str], at: int, form: str) -> bool:
    """Whether it is no participle: “the mayor told the driver”."""
    following, after = (lows[at + 1], tags[at + 1]) if at + 1 < len(lows) else ("", "")
    objects = following == "that" or after in ("DT", "PRP", "NNP", "PRP$")
    return form == "past" and tags[at] == "VBN" and at > 0 and tags[at - 1] in (*_NOUNS, ",") and objects


def _made_verb(lows: Sequence[str], tags: Sequence[str], at: int, form: str) -> str:
    """See a verb in “the Post reports that”."""
    tag, before = tags[at], tags[at - 1] if at else ""
    following, after = (lows[at + 1], tags[at + 1]) if at + 1 < len(lows) else ("", "")
    if before in ("MD", "TO"):
        return "VB"
    if lows[at] in _SAME_IN_THE_PAST and before in _NOUNS and after in (".", ",", ":"):
        return "VBD"
    opens = after in (*_OBJECTS, ".", "WRB", "WP") or following in ("that", "it", "there", '"', "to")
    opens = opens or (form == "base" and before == "NNS" and after == ",")
    if form in _BY_FORM and before in (*_NOUNS, "RB", ",", ")") and opens:
        return _BY_FORM[form] if form != "base" or before in ("NNS", "PRP", "NNPS", "RB") else tag
    return "VBD" if form == "past" and before in (*_NOUNS, "RB", ",", "CC") else tag
