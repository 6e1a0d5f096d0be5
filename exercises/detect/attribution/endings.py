"""Finds where content ends, and the content that stands before its source."""

from __future__ import annotations

from exercises.detect.attribution.clause import FINITE, Clause, Range
from exercises.detect.attribution.grammar import listed
from exercises.detect.attribution.lexicon import lexicon

_ENDING_A_THING = listed("ending_a_thing")
_DASHES = frozenset(["-", "—", "–"])
# What a tagger may take the first words of a source for.
_LOST = frozenset(["JJ", "NN", "VB", "VBZ", "VBP", "VBG", "VBN", "RB", "JJR", "NNS"])
_BEFORE_A_CUE = frozenset(["RB", "NNP", "DT", "NN", "PRP", "NNS", "JJ", "MD", "VBP", "VBD", "VBZ"])
# So many words before “she said” are a sentence, even if the tagger sees no verb in them.
LEAST_SAID = 6


def opens(clause: Clause, at: int) -> bool:
    """Whether a quotation begins at a word."""
    return 0 <= at < len(clause) and clause.quoted[at] >= 0 and (at == 0 or clause.quoted[at - 1] != clause.quoted[at])


def last_word(clause: Clause) -> int:
    """Give the end of a sentence without its last full stop."""
    end = len(clause)
    while end > 0 and clause.tags[end - 1] in (".", ":") and clause.quoted[end - 1] < 0:
        end -= 1
    return end


def ending(clause: Clause, kind: str, start: int) -> int:
    """Say where the content ends that begins there.

    Parameters
    ----------
    clause : Clause
        The sentence.
    kind : str
        How it begins.
    start : int
        Its first word.

    Returns
    -------
    int
        First word behind it.
    """
    end = last_word(clause)
    level = clause.quoted[start - 1] if start else -1
    if level < 0 and clause.quoted[start] >= 0 and not opens(clause, start):
        level = clause.quoted[start]
    if kind == "quote" and (close := _whole(clause, start)):
        return close
    short = kind in ("noun", "about")
    for at in range(start + 1, end):
        if clause.quoted[at] != level:
            if level >= 0:
                return at
            continue
        if _cuts(clause, at, start, short=short):
            return at
    return end


def _whole(clause: Clause, start: int) -> int | None:
    """Give the end of a quotation that is a whole sentence, or None if the sentence goes on with it."""
    number = clause.quoted[start]
    end = start
    while end < len(clause) and clause.quoted[end] == number:
        end += 1
    if end >= last_word(clause):
        return end
    stop = clause.low(end - 2) in (",", ".", "?", "!", "…", "-") or clause.low(end) in (",", ";")
    return end if stop else None


def _cuts(clause: Clause, at: int, start: int, *, short: bool) -> bool:
    """Whether content ends before this word."""
    low, tag = clause.lows[at], clause.tags[at]
    if low == ";":
        return True
    if low == ",":
        return short or _cuts_at_comma(clause, at, start)
    if tag == ":" and clause.words[at].text in "—–―":
        return True
    if tag == "CC" or low == "while":
        return _other_speaks(clause, at + 1) or (short and clause.tag(at + 1) in FINITE)
    return short and low in _ENDING_A_THING


def _cuts_at_comma(clause: Clause, at: int, start: int) -> bool:
    following = clause.low(at + 1)
    verbs = lexicon().verbs
    if following in verbs and clause.tags[at + 1] == "VBG" and verbs[following].form == "ing":
        return True
    if _in_relative(clause, start) and clause.tag(at + 1) in FINITE and following in verbs:
        return True
    if following == "according" or (following == "citing"):
        return True
    joins = clause.tag(at + 1) == "CC" or following in ("while", "although", "though", "whereas")
    return joins and _other_speaks(clause, at + 2)


def _in_relative(clause: Clause, start: int) -> bool:
    """Whether the cue before stands in an aside: “who said that it rains, told him”."""
    return any(clause.low(at) == "who" and clause.tag(at) == "WP" for at in range(max(0, start - 5), start))


def _other_speaks(clause: Clause, at: int) -> bool:
    """Whether a new cue follows soon, with or without a subject of its own."""
    verbs = lexicon().verbs
    for index in range(at, min(len(clause), at + 4)):
        if clause.lows[index] in verbs and clause.tags[index] in ("VBD", "VBZ", "VBP"):
            return "clause" in verbs[clause.lows[index]].takes or index == at
        if clause.tags[index] not in _BEFORE_A_CUE:
            return False
    return False


def before(clause: Clause, end: int, floor: int) -> Range | None:
    """Give the content that stands before the source: “It rains, she said”.

    Parameters
    ----------
    clause : Clause
        The sentence.
    end : int
        First word of the source (or of the cue, where that comes first).
    floor : int
        First word that no other attribution has taken.

    Returns
    -------
    tuple or None
        First word and first one behind it.
    """
    last = end - 1
    if last < floor or not (clause.low(last) in (",", "-", "—", "–", "?", "!") or clause.is_mark(last)):
        return None
    stop = last if clause.low(last) in (",", "—", "–", "-") and not clause.is_mark(last) else end
    start = floor
    while start < stop and (
        clause.low(start) in (",", ";") or (clause.tag(start) == "CC" and clause.quoted[start] < 0)
    ):
        start += 1
    quoted = stop > 0 and clause.quoted[stop - 1] >= 0
    if not quoted and clause.low(last) in _DASHES:
        return None
    if start >= stop or not (quoted or is_sentence(clause, start, stop)):
        return None
    if quoted and (own := _own_quotation(clause, start, stop)):
        return own
    return start, stop


def is_sentence(clause: Clause, start: int, stop: int) -> bool:
    """Whether words make a sentence: they have a verb, or are many, as the tagger misses a verb now and then."""
    long = stop - start >= LEAST_SAID and clause.tags[start] not in ("IN", "VBG", "TO")
    return long or clause.has_finite(start, stop)


def _own_quotation(clause: Clause, start: int, stop: int) -> Range | None:
    """Give the quotation alone, if what stands before it is no part of the sentence that it makes."""
    number = clause.quoted[stop - 1]
    first = stop - 1
    while first > start and clause.quoted[first - 1] == number:
        first -= 1
    led_in = clause.low(first - 1) in (",", ":", ";", "—")
    return (first, stop) if first == start or (led_in and not clause.has_finite(start, first)) else None


def left_edge(clause: Clause, start: int) -> int:
    """Give the comma's side of a source of which the tagger lost the first words."""
    at = start
    while at > 0 and start - at < 3 and clause.tags[at - 1] in _LOST and clause.low(at - 1) != ",":
        at -= 1
    return at if clause.low(at - 1) == "," else start
