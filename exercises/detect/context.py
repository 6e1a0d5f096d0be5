"""What stands around a word: small rules that tell the month of May from “it may rain”, and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exercises.detect.prepared import Word

_NUMBERS = frozenset(
    "half a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions trillion dozen dozens double twice quarter".split()
)
_AFTER_A = frozenset("third quarter fifth tenth dozen hundred thousand million billion half couple century decade".split())
_NEGATIONS = frozenset(
    "not n't no never nobody nothing none neither nor without hardly scarcely barely far cannot few little".split()
)
_TOPICS = frozenset(
    "talk talks talked talking story stories film films book books song play question questions worry worried worries "
    "ask asks asked know knows knew tell tells told think thinks thought complaint complaints complain complained "
    "concern concerns concerned details information doubt doubts something anything nothing say says said hear heard "
    "read learn learned joke jokes speak spoke write wrote debate argue argued care cares feel feels felt how what "
    "news facts lesson lessons happy sad angry sure right wrong".split()
)
_TIMES = frozenset("second minute hour day night weekend week month season year decade century lifetime".split())
_BE = frozenset("be is are was were been being am 's 're 'm get gets got".split())
_SENSES = frozenset(
    "see hear feel smell taste tell remember understand find afford reach get manage stand sit walk run read speak "
    "swim lift carry climb fly stop help".split()
)
_ASKING = frozenset(
    "ask asks asked asking wonder wonders wondered wondering see know knows knew determine decide check checked learn "
    "doubt doubts doubted find clear unclear sure tell say out question test establish".split()
)
_OWNERS = frozenset("my your his her its our their all full military financial economic 's".split())


@dataclass(frozen=True, slots=True)
class Place:
    """Where listed words stand in a sentence.

    Attributes
    ----------
    words : sequence of Word
        The whole sentence.
    start, end : int
        Index of the first word, and of the first one behind them.
    """

    words: Sequence[Word]
    start: int
    end: int

    def before(self, back: int = 1) -> str:
        """Give a word before the place in small letters, or an empty string."""
        return self.words[self.start - back].low if self.start >= back else ""

    def after(self, ahead: int = 1) -> str:
        """Give a word behind the place in small letters, or an empty string."""
        at = self.end + ahead - 1
        return self.words[at].low if at < len(self.words) else ""

    def tag_before(self, back: int = 1) -> str:
        """Give the part of speech of a word before the place, or an empty string."""
        return self.words[self.start - back].tag if self.start >= back else ""

    def tag_after(self, ahead: int = 1) -> str:
        """Give the part of speech of a word behind the place, or an empty string."""
        at = self.end + ahead - 1
        return self.words[at].tag if at < len(self.words) else ""

    @property
    def tag(self) -> str:
        """The part of speech of the first word."""
        return self.words[self.start].tag


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or in letters."""
    return word[:1].isdigit() or word in _NUMBERS - {"a"} or word.split("-")[0] in _NUMBERS - {"a", "one", "half"}


def month(place: Place) -> bool:
    """“In May”, “3 May”, “May 2024”: the month and not the verb."""
    shown = place.words[place.start].text
    if shown.islower():
        return False
    return place.after()[:1].isdigit() or place.before()[:1].isdigit() or not shown.isupper()


def owned(place: Place) -> bool:
    """“With all her might”, “its potential”: a thing that somebody has."""
    return place.before() in _OWNERS or place.tag_before() in {"PRP$", "POS"}


def noun(place: Place) -> bool:
    """The word is a noun and the last one of its phrase: “a potential”, not “a potential buyer”."""
    return place.tag.startswith("NN") and not place.tag_after().startswith(("NN", "JJ", "VBG"))


def could_of_ability(place: Place) -> bool:
    """“She could hear it”, “could not be reached”, “as fast as he could”: was able to."""
    after = place.after()
    if after in {"n't", "not"}:
        return place.after(2) not in {"have", "be"} or place.tag_after(3) == "VBN"
    if after in {"only", "barely", "hardly", "no", "", ".", ",", ";"}:
        return True
    return after in _SENSES and place.before() in {"he", "she", "they", "we", "i", "it", "you", "who"}


def before_number(place: Place) -> bool:
    """A number follows: “about 300”, “nearly half”, “over $5 million”, “about a third”."""
    after = place.after()
    if after in {"a", "an", "the", "one"}:
        return place.after(2) in _AFTER_A
    if after in {"$", "€", "£", "us$"}:
        return True
    return is_number(after)


def topic(place: Place) -> bool:
    """“A talk about two boats”, “worried about 300 jobs”: what somebody speaks or thinks of."""
    return place.before() in _TOPICS


def stretch(place: Place) -> bool:
    """“Over two days”: a stretch of time, and not more than it."""
    return any(place.after(ahead).rstrip("s") in _TIMES for ahead in (1, 2, 3))


def negated(place: Place) -> bool:
    """A “not”, “no” or “never” stands shortly before: “not certain”."""
    return any(place.before(back) in _NEGATIONS for back in (1, 2, 3))


def after_as(place: Place) -> bool:
    """“As soon as possible”, “than expected”, “as expected”: a measure."""
    return place.before() in {"as", "than", "if", "when", "where", "whenever", "wherever"}


def made(place: Place) -> bool:
    """“Made it possible”, “possible to see”: can be done."""
    if place.after() in {"to", "only", "thanks", "because", "by", ".", ",", ";", ""}:
        return True
    return any(place.before(back).startswith(("make", "made", "making")) for back in (1, 2, 3))


def passive(place: Place) -> bool:
    """“Is widely considered”, “has been regarded”: nobody says by whom, or it stands behind."""
    return any(place.before(back) in _BE for back in (1, 2, 3)) or place.after() in {"by", "as"}


def before_to(place: Place) -> bool:
    """“Appears to”, “look as if”, “appeared that”: an impression, and not an arrival."""
    return place.after() in {"to", "that", "like", "likely", "set", "certain", "unlikely", "as"} and not (
        place.after() == "as" and place.after(2) not in {"if", "though"}
    )


def clause_follows(place: Place) -> bool:
    """A subject and a verb follow within a few words, with nothing that would make it an object."""
    for ahead in range(1, 7):
        tag = place.tag_after(ahead)
        if tag in {"VBZ", "VBD", "VBP", "MD"}:
            return ahead > 1
        if not tag.startswith(("DT", "NN", "JJ", "PRP", "CD", "POS", "EX", "RB")):
            return False
    return False


def believe_in(place: Place) -> bool:
    """“Believes in her team”, “thought about it”, “think again”: no view of how things are."""
    return place.after() in {"in", "about", "again", "twice", "tank", "tanks", "back", "through", "over", "out", "highly"} or (
        place.after() == "of" and place.words[place.start].low.startswith("th")
    )


def asked(place: Place) -> bool:
    """“Asked if it rained”: a question."""
    return any(place.before(back) in _ASKING for back in (1, 2))


def as_if(place: Place) -> bool:
    """“As if”, “if only”, “if not”, “if any”, “what if”: no condition."""
    return place.before() in {"as", "what", "only"} or place.after() in {"only", "not", "any", "anything", "ever"}


def with_if(place: Place) -> bool:
    """A condition stands in the same sentence."""
    return any(word.low in {"if", "unless", "otherwise"} for word in place.words)


def wanted(place: Place) -> bool:
    """“Suggested a walk”, “suggests that we go”: a proposal."""
    return place.after() in {"a", "an", "to", "we", "going"} or place.tag_after() == "VBG"


def all_the(place: Place) -> bool:
    """“All the might”, “might makes right”: strength."""
    return place.words[place.start].low == "might" and (place.before() in {"the", "because"} or place.tag_after() == "VBZ")


def about_what(place: Place) -> bool:
    """“Uncertainty about the date”: what it is about follows."""
    return place.after() in {"about", "over", "as", "whether", "on", "surrounding", "around"}


def known(place: Place) -> bool:
    """“As far as we know”, “as far as the log goes”: how far knowledge reaches."""
    reach = {"know", "knows", "known", "tell", "goes", "go", "see", "aware", "concerned", "remember", "understand"}
    return any(place.after(ahead) in reach - {"concerned"} for ahead in range(1, 6))


def will_before(place: Place) -> bool:
    """“I will believe it when I see it”, “refused to believe”: no view that is held now."""
    return place.words[place.start].low == "believe" and place.before() in {"will", "to", "n't", "not", "cannot", "never"}


def be_before(place: Place) -> bool:
    """“Is said to”, “is widely feared”: a passive."""
    return any(place.before(back) in _BE for back in (1, 2))


def held_as(place: Place) -> bool:
    """“Is seen as”, “regard it as”, “consider him to be”: what somebody holds it to be."""
    if place.after() in {"him", "her", "it", "them", "themselves", "himself", "herself", "itself", "myself", "me"}:
        return place.words[place.start].low.startswith("consider")
    ahead = [place.after(step) for step in range(1, 6)]
    if place.words[place.start].low.startswith("consider"):
        return any(one == "to" and other == "be" for one, other in pairwise(ahead))
    return "as" in ahead and "well" not in ahead and ahead[0] != "to"


def any_at_all(place: Place) -> bool:
    """“Every possible”, “the fastest possible”: the most there is."""
    return place.before() in {"any", "every", "all", "maximum", "minimum", "only"} or place.tag_before() == "JJS"


def verb(place: Place) -> bool:
    """The word is a verb here."""
    return place.tag.startswith("VB")


def attributive(place: Place) -> bool:
    """“An unknown painter”: it stands before its noun."""
    return place.tag_after().startswith(("NN", "JJ")) or (place.tag.startswith("NN") and not be_before(place))


def no_before(place: Place) -> bool:
    """“No doubt”: a booster."""
    return place.before() in {"no", "without", "any", "beyond", "benefit"}


def before_clause(place: Place) -> bool:
    """A clause follows, with “that” or without."""
    return place.after() == "that" or clause_follows(place)


def it_before(place: Place) -> bool:
    """“It appears”, with no place behind it."""
    return place.before() == "it" and place.after() in {",", ".", "the", "a", "there", "no"}


def owed(place: Place) -> bool:
    """“Is supposed to help”: should."""
    return place.words[place.start].low == "supposed" and place.after() == "to"


def plural_people(place: Place) -> bool:
    """“The suspects”, “a suspect”: people that the police look for."""
    return place.words[place.start].low in {"suspect", "suspects"} and place.tag.startswith("NN")


def thing(place: Place) -> bool:
    """“A thought”, “my guess”: a noun, unless it says what is thought."""
    return place.words[place.start].low == "thought" and place.tag.startswith("NN")


def after_if(place: Place) -> bool:
    """“If confirmed”, “unless proven”, “to confirm”: not done yet."""
    return place.before() in {"if", "unless", "until", "to", "when", "whether", "once", "could", "would", "can", "may"}


def manner(place: Place) -> bool:
    """“Spoke clearly”: how, and not how surely."""
    return place.words[place.start].low in {"clearly", "plainly"} and place.after() in {".", ",", "and", ";", ""}


def took(place: Place) -> bool:
    """“Claimed a prize”, “claims office”, “claimed 12 lives”: somebody took something, or asks for money."""
    if place.tag_after() in {"CD", "PRP$"}:
        return True
    return any(place.after(n) in {"prize", "prizes", "victory", "lives", "life", "insurance", "office", "compensation"} for n in (1, 2, 3))


def of_them(place: Place) -> bool:
    """“Some one of them”, “some of 300”: a part."""
    return place.words[place.start].low == "some" and place.after() in {"one", "a", "the", "an"}


def stretch_over(place: Place) -> bool:
    """“Over two days”: a stretch of time, and not more than it."""
    return place.words[place.start].low == "over" and stretch(place)


def so_far(place: Place) -> bool:
    """“Or so they say”: no number stands before."""
    return not any(place.tag_before(back) == "CD" or is_number(place.before(back)) for back in (1, 2, 3))


CONTEXTS: Mapping[str, Callable[[Place], bool]] = {
    rule.__name__: rule
    for rule in (
        month, owned, noun, could_of_ability, before_number, topic, negated, after_as, made, passive,
        before_to, believe_in, asked, as_if, with_if, wanted, attributive, no_before, before_clause,
        it_before, owed, plural_people, thing, after_if, manner, took, of_them, stretch_over, so_far,
        all_the, about_what, verb, known, will_before, be_before, held_as, any_at_all,
    )
}  # fmt: skip
