"""What follows a word, or leads to it: a clause, a passive, a condition, a question."""

from __future__ import annotations

from itertools import pairwise

from exercises.detect.context.place import Place, listed


def before_clause(place: Place) -> bool:
    """Whether a clause follows: “that”, or a subject and its verb within a few words."""
    if place.after() == "that":
        return True
    for ahead in range(1, 7):
        tag = place.tag_after(ahead)
        if tag in {"VBZ", "VBD", "VBP", "MD"}:
            return ahead > 1
        if not tag.startswith(("DT", "NN", "JJ", "PRP", "CD", "POS", "EX", "RB")):
            return False
    return False


def before_to(place: Place) -> bool:
    """Whether an impression follows: “appears to”, “look as if”, “looked like”."""
    return place.after() in listed("impressions") or (place.after() == "as" and place.after(2) in {"if", "though"})


def it_before(place: Place) -> bool:
    """Whether it is only an impression: “it appears”, with no place behind it."""
    return place.before() == "it" and place.after() in {",", ".", "the", "a", "there", "no"}


def passive(place: Place) -> bool:
    """Whether nobody says by whom, or it stands behind: “is widely considered”, “regarded by some”."""
    return place.shortly_before("be") or place.after() in {"by", "as"}


def be_before(place: Place) -> bool:
    """Whether it is a passive: “is said to”, “is widely feared”."""
    return place.shortly_before("be", most=2)


def held_as(place: Place) -> bool:
    """Whether somebody holds it to be something: “is seen as”, “regard it as”, “consider him”."""
    if place.low.startswith("consider"):
        ahead = [place.after(step) for step in range(1, 6)]
        return ahead[0] in listed("strangers") or ("to", "be") in pairwise(ahead)
    if place.after() in {"to", *listed("strangers")} - {"it", "them"}:
        return False
    near = {place.after(step) for step in range(1, 6)}
    return "as" in near and "well" not in near


def asked(place: Place) -> bool:
    """Whether it is a question: “asked if it rained”, “asked her if it rained”."""
    whom = place.tag_before().startswith(("PRP", "NN")) and place.before(2) in listed("asking")
    return whom or place.before() in listed("asking")


def as_if(place: Place) -> bool:
    """Whether it is no condition: “as if”, “if only”, “if not”, “if any”, “what if”."""
    return place.before() in {"as", "what", "only"} or place.after() in {"only", "not", "any", "anything", "ever"}


def with_if(place: Place) -> bool:
    """Whether a condition stands shortly before it or behind."""
    near = place.words[max(0, place.start - _NEAR) : place.end + _NEAR]
    return any(word.low in {"if", "unless", "otherwise"} for word in near)


def after_if(place: Place) -> bool:
    """Whether it is not done yet: “if confirmed”, “unless proven”, “to confirm”."""
    return place.before() in {"if", "unless", "until", "to", "when", "whether", "once", "could", "would", "can", "may"}


def negated(place: Place) -> bool:
    """Whether a “not”, “no” or “never” stands shortly before it: “not certain”."""
    return place.shortly_before("negations")


# So far a condition is looked for, so that the steps do not grow with the square of a sentence.
_NEAR = 40
