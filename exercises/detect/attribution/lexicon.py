"""The list of cue words, with every form of each verb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exercises.detect.repairs import known_words
from exercises.files.reading import read_plain

LIST = Path(__file__).with_name("cues.yaml")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in one of its forms.

    Attributes
    ----------
    lemma : str
        Its base form.
    form : str
        "base", "s", "past", "participle", "ing", or "past" for both where they are one.
    takes : frozenset of str
        What may follow it, as the list has it.
    addressee : bool
        Whether who is told comes first.
    """

    lemma: str
    form: str
    takes: frozenset[str]
    addressee: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cue words.

    Attributes
    ----------
    verbs : dict
        Form to cue.
    nouns, alone, speakers : frozenset of str
        Nouns of saying; adverbs that name nobody; people by what they do.
    """

    verbs: dict[str, Cue]
    nouns: frozenset[str]
    alone: frozenset[str]
    speakers: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the list."""
    lists = read_plain(LIST)
    takes: dict[str, set[str]] = {}
    told: set[str] = set()
    for group in lists["verbs"]:
        for lemma in group["words"]:
            takes.setdefault(lemma, set()).update(group["takes"])
            told |= {lemma} if group.get("addressee") else set()
    verbs: dict[str, Cue] = {}
    for lemma, what in takes.items():
        for form, word in forms(lemma, lists["irregular"]).items():
            verbs.setdefault(word, Cue(lemma, form, frozenset(what), lemma in told))
    speakers = frozenset(word for word, tag in known_words().items() if tag in ("NN", "NNS"))
    return Lexicon(verbs, _words(lists["nouns"]), _words(lists["alone"]), speakers)


def _words(groups: list[dict[str, Any]]) -> frozenset[str]:
    return frozenset(word for group in groups for word in group["words"])


def forms(lemma: str, irregular: dict[str, list[str]]) -> dict[str, str]:
    """Give the forms of a verb by their names; a second word (“point out”) stays behind it and is looked for there."""
    base = lemma.partition("-")[0]
    if lemma in irregular:
        third, past, participle, ing = irregular[lemma]
    elif base.endswith("e"):
        third, past, participle, ing = f"{base}s", f"{base}d", f"{base}d", f"{base[:-1]}ing"
        ing = f"{base}ing" if base.endswith("ee") else ing
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third, past, participle, ing = f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    else:
        third = f"{base}es" if base.endswith(("s", "sh", "ch", "x")) else f"{base}s"
        past, participle, ing = f"{base}ed", f"{base}ed", f"{base}ing"
    return {"base": base, "s": third, "past": past, "participle": participle, "ing": ing}
