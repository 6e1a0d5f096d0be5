"""Finds who speaks: the subject of a cue, wherever the sentence has put it."""

from __future__ import annotations

from exercises.detect.attribution.clause import FINITE, HELPING, LINKS, TIMES, Clause, Range

_SKIPPED = frozenset(["RB", "RBR", "MD"])
# So many words may stand between two commas behind a name: “Ann Reed, who runs the only shop in Oxley, said”.
LONGEST_ASIDE = 28
MOST_ASIDES = 4
LONGEST_RELATIVE = 12
# So many verbs back, through so many of them in turn, a subject is looked for: time stays linear.
MOST_VERBS = 6
MOST_TURNS = 3
_JOINING = frozenset(["with", "by", "to", "of", "in", "at", "on"])
_RELATIVE = frozenset(["who", "which", "that"])


def group_start(clause: Clause, verb: int) -> int:
    """Give the first word of a verb with its helpers: “has not yet said”."""
    at = verb
    while at > 0 and clause.quoted[at - 1] == clause.quoted[verb]:
        low, tag = clause.lows[at - 1], clause.tags[at - 1]
        if tag in _SKIPPED or (low in HELPING and tag != "POS") or (low == "to" and at == verb):
            at -= 1
        else:
            break
    # What stands before the subject's end is no part of the verb.
    while at < verb and clause.tags[at] == "RB" and clause.low(at - 1) in ("", ",") and clause.low(at) not in HELPING:
        at += 1
    return at


def subject(clause: Clause, start: int, depth: int = 0) -> Range | None:
    """Give the subject of a verb.

    Parameters
    ----------
    clause : Clause
        The sentence.
    start : int
        First word of the verb with its helpers.
    depth : int
        How many verbs led here.

    Returns
    -------
    tuple or None
        First word and first one behind.
    """
    at = start - 1
    if at >= 0 and clause.lows[at] == ")":
        at = _opening(clause, at) - 1
    if at < 0:
        return None
    low = clause.lows[at]
    if low in _RELATIVE and clause.tags[at] in ("WP", "WDT", "IN"):
        return antecedent(clause, at)
    if clause.tags[at] != "CC" and (whole := _with_relative(clause, at)):
        return whole
    if clause.phrases[at] is not None:
        return to_the_left(clause, at, start)
    if low in (",", "—", "–", "―", "--", "-") and (aside := beside_an_aside(clause, at)):
        return aside
    if low == "," and clause.phrase(at - 1) and (whole := to_the_left(clause, at - 1, at))[0] == 0:
        return whole
    if depth < MOST_TURNS and (clause.tags[at] == "CC" or low == ","):
        return of_the_verb_before(clause, at, depth)
    return None


def _with_relative(clause: Clause, at: int) -> Range | None:
    """Give a noun phrase with what “who” adds to it, no comma between: “officials who asked not to be named said”."""
    for who in range(at, max(0, at - LONGEST_RELATIVE), -1):
        if clause.lows[who] in (",", ";", ":", "that") or clause.quoted[who] != clause.quoted[at]:
            return None
        if clause.lows[who] == "who" and clause.tags[who] == "WP":
            known = clause.phrase(who - 1) is not None and clause.has_finite(who + 1, at + 1)
            return (to_the_left(clause, who - 1, who)[0], at + 1) if known else None
    return None


def _opening(clause: Clause, at: int) -> int:
    while at > 0 and clause.lows[at] != "(":
        at -= 1
    return at


def antecedent(clause: Clause, at: int) -> Range | None:
    """Give the noun phrase before “who”."""
    before = at - 1 - (clause.low(at - 1) == ",")
    return (to_the_left(clause, before, before + 1)[0], at + 1) if clause.phrase(before) else None


def to_the_left(clause: Clause, at: int, end: int) -> Range:
    """Give the noun phrase that ends there with what stands before it: “the mayor of Oxley”."""
    phrase = clause.phrases[at]
    assert phrase is not None  # noqa: S101 - who calls has looked
    # “The mayor this week said”: not the week.
    while clause.lows[phrase[1] - 1] in TIMES:
        before = phrase[0] - 1
        while clause.tag(before) in ("RB", "RBR", "JJ"):
            before -= 1
        if (other := clause.phrase(before)) is None:
            break
        phrase, end = other, other[1]
    start = phrase[0]
    while (hung := clause.low(start - 1) in LINKS or clause.tag(start - 1) in ("VBG", "VBN")) and start > 1:
        # “people familiar with the matter”, “a panel named by the mayor”.
        beyond = clause.tag(start - 2) in ("JJ", "VBN") and clause.low(start - 1) in _JOINING
        other = clause.phrase(start - 3 if beyond and clause.phrase(start - 2) is None else start - 2)
        if not hung or other is None or clause.tag(start - 2) == "PRP":
            break
        start = other[0]
    if clause.low(start - 1) == "and" and (first := clause.phrase(start - 2)):
        # “his family and lawyers”, where nothing but a comma or a quotation stands before.
        opened = first[0] == 0 or clause.low(first[0] - 1) == "," or clause.is_mark(first[0] - 1)
        start = first[0] if opened else start
    return start, end


def beside_an_aside(clause: Clause, comma: int, most: int = MOST_ASIDES) -> Range | None:
    """Give the subject before an aside between two commas or dashes, the aside included."""
    sign = clause.lows[comma]
    for at in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
        if clause.lows[at] == sign and clause.quoted[at] == clause.quoted[comma]:
            inside = clause.tags[at + 1]
            if inside == "CC" and not clause.has_finite(at + 1, comma):
                continue
            return _with_aside(clause, at, comma, most)
    return None


def _with_aside(clause: Clause, at: int, comma: int, most: int) -> Range | None:
    """Give the noun phrase before the first of two commas, unless a clause of its own stands between them."""
    inside = clause.tags[at + 1]
    last = _before_parentheses(clause, at - 1)
    if clause.phrase(last) is None or inside == "CC" or inside in FINITE:
        return None
    if clause.phrase(at + 1) and clause.begins_clause(at + 1, comma) and inside != "WP":
        return None
    more = most > 0 and not clause.has_finite(at + 1, comma) and _short(clause, last)
    longer = beside_an_aside(clause, at, most - 1) if more else None
    return (longer[0] if longer else to_the_left(clause, last, at)[0]), comma


def _before_parentheses(clause: Clause, at: int) -> int:
    return _opening(clause, at) - 1 if clause.low(at) == ")" else at


def _short(clause: Clause, last: int) -> bool:
    """Whether what stands before a comma is itself an aside: “Reed, D-Ohio, a senator, said”."""
    return clause.low(to_the_left(clause, last, last + 1)[0] - 1) == ","


def of_the_verb_before(clause: Clause, at: int, depth: int = 0) -> Range | None:
    """Give the subject of the nearest verb on the left that can carry a clause."""
    seen = 0
    for verb in range(at - 1, -1, -1):
        if clause.tags[verb] in FINITE and clause.quoted[verb] == clause.quoted[at]:
            start = group_start(clause, verb)
            seen += 1
            if seen > MOST_VERBS:
                break
            if clause.low(start - 1) in _RELATIVE:
                continue
            if found := subject(clause, start, depth + 1):
                return found
    return None


def behind(clause: Clause, at: int) -> Range | None:
    """Give the noun phrase that begins there, with what hangs on it and an aside behind it."""
    phrase = clause.phrase(at)
    if phrase is None or phrase[0] != at:
        return None
    start, end = clause.extended(phrase, len(clause))
    if clause.low(end) == "who" and clause.tag(end + 1).startswith("VB"):
        # “officials who asked not to be named”: how they are named is part of it.
        while end < len(clause) and clause.tags[end] not in (",", ".", ":", "``"):
            end += 1
    if clause.low(end) == "(":
        while end < len(clause) and clause.lows[end] != ")":
            end += 1
        end = min(len(clause), end + 1)
    return start, end
