"""Finds where the content begins behind a verb of saying."""

from __future__ import annotations

from exercises.detect.attribution.clause import FINITE, VERBS, Clause
from exercises.detect.attribution.endings import last_word, opens
from exercises.detect.attribution.grammar import listed
from exercises.detect.attribution.lexicon import Cue

Beginning = tuple[str, int]

_WH = listed("questions")
_ADJUNCTS = listed("adjuncts")
_ABOUT = listed("about")
_TIMES = listed("adverbs_of_time")
_NOTHING = listed("nothing_said")
_SPAN_OF_TIME = frozenset([*_TIMES, "week", "month", "year", "morning", "night"])
_NO_BEGINNING = frozenset([",", ":", ".", "", "CC", "VBG", "TO", "IN", "''"])
# So many steps over what stands between cue and content; so far behind its cue a request may stand.
MOST_STEPS = 6
FARTHEST = 14
LONGEST_ASIDE = 18
LEAST_FOLLOWING = 3


def beginning(clause: Clause, verb: int, cue: Cue) -> Beginning | None:
    """Say how and where the content begins behind a verb.

    Parameters
    ----------
    clause : Clause
        The sentence.
    verb : int
        The cue, its last word.
    cue : Cue
        What may follow it.

    Returns
    -------
    tuple or None
        Kind (quote, that, bare, wh, to, whom-to, noun, about) and first word.
    """
    at = verb + 1
    told = cue.addressee
    for _ in range(MOST_STEPS):
        found = _clause_at(clause, at, cue, told=told)
        if found and not (found[0] == "bare" and at > verb + 1 and clause.low(at - 1) == ","):
            return found
        step = _adjunct(clause, at)
        if step is None and told and (phrase := clause.phrase(at)) and phrase[0] == at:
            step, told = clause.extended(phrase, len(clause))[1], False
        if step is None and "clause" in cue.takes and (phrase := clause.phrase(at)) and phrase[0] == at:
            stop = clause.extended(phrase, len(clause))[1]
            step = stop if opens(clause, stop) or (clause.low(stop) == "that" and clause.tag(stop) == "IN") else None
        if step is None:
            break
        at = step
    return _thing_at(clause, verb + 1, cue)


def _clause_at(clause: Clause, at: int, cue: Cue, *, told: bool) -> Beginning | None:
    low = clause.low(at)
    says = "clause" in cue.takes
    if opens(clause, at) and (says or cue.takes & {"quote", "that", "wh"}):
        return "quote", at
    if low in (",", ":") and opens(clause, at + 1) and (says or cue.takes & {"quote", "wh", "that"}):
        return "quote", at + 1
    if low == ":" and says and at + 1 < len(clause) and clause.words[at].text == ":":
        return "bare", at + 1
    if low == "that" and (says or "that" in cue.takes) and clause.tag(at + 1) not in ("",):
        return "that", at
    if low in _WH and (says or "wh" in cue.takes) and any(tag in VERBS for tag in clause.tags[at + 1 :]):
        return ("wh", at) if "wh" in cue.takes else None
    if low == "as" and clause.is_mark(at + 1) and "noun" in cue.takes:
        return "quote", at + 1
    if (
        low in ("to", "not")
        and "whom-to" in cue.takes
        and cue.addressee
        and not told
        and clause.tag(at + (1 if low == "to" else 2)) in VERBS
    ):
        return "whom-to", at
    if low == "," and says and not told and at == verb_end(clause, at) and clause.begins_clause(at + 1, len(clause)):
        return "bare", at + 1
    if not told and (says or "bare" in cue.takes) and clause.begins_clause(at, len(clause)):
        return "bare", at
    return None


def verb_end(clause: Clause, at: int) -> int:
    """Give the place itself if a verb stands right before it."""
    return at if clause.tag(at - 1).startswith("VB") else -1


def _adjunct(clause: Clause, at: int) -> int | None:
    """Step over what says when, where and to whom."""
    low, tag = clause.low(at), clause.tag(at)
    phrase = clause.phrase(at)
    if low in _TIMES or tag in ("RB", "RP"):
        return phrase[1] if phrase and phrase[0] == at else at + 1
    if phrase and phrase[0] == at and clause.lows[phrase[1] - 1] in _SPAN_OF_TIME:
        return phrase[1]
    if low in _ADJUNCTS and (phrase := clause.phrase(at + 1)) and phrase[0] == at + 1:
        return clause.extended(phrase, len(clause))[1]
    if low == "," and (phrase := clause.phrase(at + 1)) and phrase[0] == at + 1 and clause.low(phrase[1]) == ",":
        return phrase[1] + 1 if clause.tag(phrase[0]) == "NNP" else None
    if low == "," and (that := _that_behind(clause, at)):
        return that
    if low == "," and (clause.low(at + 1) in _ADJUNCTS or clause.low(at + 1) in _TIMES):
        return at + 1
    return None


def _that_behind(clause: Clause, comma: int) -> int | None:
    """Step over an aside: “said in a letter, sent to all of us on Monday, that it rains”."""
    for at in range(comma + 1, min(len(clause) - 1, comma + LONGEST_ASIDE)):
        if clause.lows[at] == "," and clause.lows[at + 1] == "that" and clause.tags[at + 1] == "IN":
            return at + 1
        if clause.tags[at] in FINITE or clause.quoted[at] >= 0:
            break
    return None


def _thing_at(clause: Clause, at: int, cue: Cue) -> Beginning | None:
    """Say what begins there when no clause does: a deed to come, a request, a thing."""
    low = clause.low(at)
    if low in ("to", "not") and "to" in cue.takes and clause.tag(at + (1 if low == "to" else 2)) in VERBS:
        return "to", at
    phrase = clause.phrase(at)
    if "whom-to" in cue.takes and phrase and phrase[0] == at:
        end: int | None = clause.extended(phrase, len(clause))[1]
        while end is not None and end < at + FARTHEST:
            if clause.low(end) in ("to", "not") and clause.tag(end + (1 if clause.low(end) == "to" else 2)) in VERBS:
                return "whom-to", at
            end = _adjunct(clause, end)
    if "noun" in cue.takes and phrase and phrase[0] == at and clause.tag(at) not in ("EX",):
        return "noun", at
    if "noun" in cue.takes and clause.tag(at) == "VBG":
        return "noun", at
    if "about" in cue.takes:
        if low in _ABOUT and clause.low(at + 1) != "":
            return "about", at + 1
        if phrase and phrase[0] == at and clause.low(phrase[1]) in ("of", "about") and "about" in cue.takes:
            return "about", phrase[1] + 1 if clause.low(phrase[1]) == "about" else at
    return None


def whatever_follows(clause: Clause, verb: int) -> Beginning | None:
    """Take what stands behind “said” as content, though the tagger sees no clause there."""
    at = verb + 1
    if clause.low(at) in _NOTHING and last_word(clause) - at <= LEAST_FOLLOWING:
        return None
    while (step := _adjunct(clause, at)) is not None and clause.tag(at) in ("IN", "TO", "RB", "NNP"):
        at = step
    sound = clause.tag(at) not in _NO_BEGINNING and clause.low(at) != "so"
    return ("bare", at) if sound and last_word(clause) - at >= LEAST_FOLLOWING else None
