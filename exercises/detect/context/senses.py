"""Which of its meanings a word has: the month of May or “may”, a thing that somebody has, an ability."""

from __future__ import annotations

from exercises.detect.context.clauses import be_before
from exercises.detect.context.place import Place, listed


def month(place: Place) -> bool:
    """Whether it is the month of May: “in May”, “3 May”, “May 2024”."""
    shown = place.words[place.start].text
    if place.low != "may" or shown == "may":
        return False
    return place.after()[:1].isdigit() or place.before()[:1].isdigit() or shown != "MAY"


def owned(place: Place) -> bool:
    """Whether it is a thing that somebody has: “with all her might”, “its potential”."""
    return place.before() in listed("owners") or place.tag_before() in {"PRP$", "POS"}


def strength(place: Place) -> bool:
    """Whether “might” is strength: “the might of the river”, “might makes right”."""
    return place.low == "might" and (place.before() in {"the", "because"} or place.tag_after() == "VBZ")


def noun(place: Place) -> bool:
    """Whether it is a noun, and the last one of its phrase: “a potential”, not “a potential buyer”."""
    return place.tag.startswith("NN") and not place.tag_after().startswith(("NN", "JJ", "VBG"))


def bare(place: Place) -> bool:
    """Whether no noun follows: “has potential”, “the potential of the river”."""
    return place.after() in {"", ".", ",", ";", ":", "to", "of", "for", "and", "in", "as"}


def verb(place: Place) -> bool:
    """Whether the word is a verb here."""
    return place.tag.startswith("VB")


def attributive(place: Place) -> bool:
    """Whether it stands before its noun: “an unknown painter”."""
    return place.tag_after().startswith(("NN", "JJ")) or (place.tag.startswith("NN") and not be_before(place))


def ability(place: Place) -> bool:
    """Whether “could” means was able to: “she could hear it”, “could not be reached”, “as fast as he could”."""
    after = place.after()
    if after in {"n't", "not", "only", "barely", "hardly", "no", "", ".", ",", ";"}:
        return True
    return after in listed("abilities") and place.before() in {"he", "she", "they", "we", "i", "it", "you", "who"}


def measure(place: Place) -> bool:
    """Whether it is a measure: “as soon as possible”, “more than expected”, “as expected”."""
    return place.before() in {"as", "than", "if", "when", "where", "whenever", "wherever"}


def feasible(place: Place) -> bool:
    """Whether it says that one can: “made it possible”, “possible to see”."""
    if place.after() in {"to", "only", "thanks", "because", "by", ".", ",", ";", ""}:
        return True
    return any(place.before(back).startswith(("make", "made", "making")) for back in (1, 2, 3))


def utmost(place: Place) -> bool:
    """Whether it is the most there is: “every possible”, “the fastest possible”."""
    return place.before() in {"any", "every", "all", "maximum", "minimum", "only"} or place.tag_before() == "JJS"


def trusted(place: Place) -> bool:
    """Whether no view of how things are is told: “believes in her team”, “thought about it”, “think again”."""
    return place.after() in listed("not-held") or (place.after() == "of" and place.low.startswith("th"))


def not_held_now(place: Place) -> bool:
    """Whether the view is not held now: “will believe it when I see it”, “refused to believe”."""
    return place.low == "believe" and place.before() in {"will", "to", "n't", "not", "cannot", "never"}


def thing(place: Place) -> bool:
    """Whether it is a person or a thing: “a suspect”, “the thought”."""
    return place.low in {"suspect", "suspects", "thought"} and place.tag.startswith("NN")


def proposed(place: Place) -> bool:
    """Whether it is a proposal: “suggested a walk”, “suggests going”."""
    if place.after() in {"a", "an"}:
        return place.low == "suggested"
    return place.after() in {"to", "we", "going"} or place.tag_after() == "VBG"


def owed(place: Place) -> bool:
    """Whether it means should: “is supposed to help”."""
    return place.low == "supposed" and place.after() == "to"


def about_what(place: Place) -> bool:
    """Whether what it is about follows: “uncertainty about the date”."""
    return place.after() in {"about", "over", "as", "whether", "on", "surrounding", "around"}


def known(place: Place) -> bool:
    """Whether it says how far knowledge reaches: “as far as we know”, “as far as the log goes”."""
    return place.shortly_after("knowing", most=5)


def no_before(place: Place) -> bool:
    """Whether there is none of it: “no doubt”, “beyond doubt”."""
    return place.before() in {"no", "without", "any", "beyond", "benefit"}


def manner(place: Place) -> bool:
    """Whether it tells how, and not how surely: “spoke clearly”."""
    ends = place.after() in {".", ",", "and", ";", ""}
    return place.low in {"clearly", "plainly"} and ends and place.before().isalpha()


def took(place: Place) -> bool:
    """Whether somebody took something or asks for it: “claimed a prize”, “claimed 12 lives”, “claimed her seat”."""
    return place.tag_after() in {"CD", "PRP$"} or place.shortly_after("taken")
