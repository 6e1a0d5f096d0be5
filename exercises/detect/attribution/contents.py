"""Finds what is said: where the content of a cue begins, and where it ends."""

from __future__ import annotations

from exercises.detect.attribution.clause import FINITE, VERBS, Clause, Range
from exercises.detect.attribution.lexicon import Cue, lexicon

_WH = frozenset("whether if what why how who where when which".split())  # noqa: SIM905
_ADJUNCTS = frozenset("in on at during of with after from to by through via before for about earlier later as".split())  # noqa: SIM905
_ABOUT = frozenset("about on of for against to with at into that".split())  # noqa: SIM905
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later again then now here "
    "recently".split()  # noqa: SIM905
)
Beginning = tuple[str, int]


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
    for _ in range(6):
        found = _clause_at(clause, at, cue, told=told)
        if found and not (found[0] == "bare" and at > verb + 1 and clause.low(at - 1) == ","):
            return found
        step = _adjunct(clause, at)
        if step is None and told and (phrase := clause.phrase(at)) and phrase[0] == at:
            step, told = clause.extended(phrase, len(clause))[1], False
        if step is None and "clause" in cue.takes and (phrase := clause.phrase(at)) and phrase[0] == at:
            stop = clause.extended(phrase, len(clause))[1]
            step = stop if clause.low(stop) == "that" and clause.tag(stop) == "IN" else None
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
    if low in ("to", "not") and "whom-to" in cue.takes and not told and clause.tag(at + (1 if low == "to" else 2)) in VERBS:
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
    if phrase and phrase[0] == at and clause.lows[phrase[1] - 1] in (*_TIMES, "week", "month", "year", "morning", "night"):
        return phrase[1]
    if low in _ADJUNCTS and (phrase := clause.phrase(at + 1)) and phrase[0] == at + 1:
        return clause.extended(phrase, len(clause))[1]
    if low == "," and (phrase := clause.phrase(at + 1)) and phrase[0] == at + 1 and clause.low(phrase[1]) == ",":
        return phrase[1] + 1 if clause.tag(phrase[0]) == "NNP" else None
    if low == "," and (clause.low(at + 1) in _ADJUNCTS or clause.low(at + 1) in _TIMES):
        return at + 1
    return None


def _thing_at(clause: Clause, at: int, cue: Cue) -> Beginning | None:
    """Say what begins there when no clause does: a deed to come, a request, a thing."""
    low = clause.low(at)
    if low in ("to", "not") and "to" in cue.takes and clause.tag(at + (1 if low == "to" else 2)) in VERBS:
        return "to", at
    phrase = clause.phrase(at)
    if "whom-to" in cue.takes and phrase and phrase[0] == at:
        end: int | None = clause.extended(phrase, len(clause))[1]
        while end is not None and end < at + 14:
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
    return short and low in ("after", "while", "when", "because", "saying", "before", "until", "since")


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
        if clause.tags[index] not in ("RB", "NNP", "DT", "NN", "PRP", "NNS", "JJ", "MD", "VBP", "VBD", "VBZ"):
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
    while start < stop and (clause.low(start) in (",", ";") or (clause.tag(start) == "CC" and clause.quoted[start] < 0)):
        start += 1
    quoted = clause.quoted[stop - 1] >= 0
    if start >= stop or not (quoted or clause.has_finite(start, stop)):
        return None
    if quoted and (own := _own_quotation(clause, start, stop)):
        return own
    return start, stop


def _own_quotation(clause: Clause, start: int, stop: int) -> Range | None:
    """Give the quotation alone, if what stands before it is no part of the sentence that it makes."""
    number = clause.quoted[stop - 1]
    first = stop - 1
    while first > start and clause.quoted[first - 1] == number:
        first -= 1
    led_in = clause.low(first - 1) in (",", ":", ";", "—")
    return (first, stop) if first == start or (led_in and not clause.has_finite(start, first)) else None
