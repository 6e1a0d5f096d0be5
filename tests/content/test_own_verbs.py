"""In our own words no side gets a verb that keeps a distance: notebook 4 has students find just that in the article."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from every_lesson import each_lesson

# Who speaks for which side. Only who stands nearest before a verb, in the same sentence, is taken for its speaker.
SIDES = {
    "kupyansk": {
        "Moscow": r"Russia\w*|Moscow|Putin|Gerasimov|Kuzovlev|Kremlin|Ganchev|Zakharova|Sharov|Rudskoy|TASS|"
        r"Zhuravlev|Kimakovsky|Nebenzya|Marochko|DPR",
        "Kyiv": r"Ukrain\w*|Kyiv|Zelensky\w*|Trehubov|Syrskyi|General Staff|Besedin|Kanashevych|Joint Forces|"
        r"Khartiia|Syniehubov|Bezuhla",
    },
    "harbour": {
        "ferry line": r"ferry line|Tegg|Orvel\w*|harbour master|Ruhl|makers?",
        "its critics": r"town|clerk|anglers|club|laborator\w+|Barran|council|baker|Sella|Mey",
    },
}
# “A claim” is a word of this course for what is on the desk; to claim is a verb of saying.
DISTANCING = re.compile(
    r"\b(claimed|claiming|insist\w*|alleg\w+|boast\w*|purport\w*|pretend\w*|so-called|"
    r"(?<!a )(?<!the )(?<!this )(?<!own )(?<!’s )(?<!'s )(?<!Russian )(?<!Ukrainian )(?<!two )(?<!of )claims?)\b"
)
REACH = 70  # letters before the verb
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|^>.*$|\*[^*\n]+\*", re.MULTILINE)
NOT_OURS = {"quote", "looks_for", "cue", "content", "statement", "words", "original", "literal", "title", "calls", "by"}
MADE_WRONG = {"who-mend-s7"}  # an option that is wrong because it has such a verb


def ours(value: object, under: str = "") -> Iterator[str]:
    """Give the texts of some plain data that are worded by this course."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        if value.get("id") not in MADE_WRONG:
            for name, one in value.items():
                yield from () if name in NOT_OURS else ours(one, str(name))
    elif isinstance(value, list):
        for one in value:
            yield from ours(one, under)


def texts_of(folder: Path) -> Iterator[str]:
    """Give all our own words in the files of a lesson; a plain version keeps the verbs of its article."""
    for file in sorted(folder.rglob("*")):
        if file.name in ("plain.yaml", "annotation_guide.md"):
            continue
        if file.suffix == ".yaml":
            yield from ours(yaml.safe_load(file.read_text(encoding="utf-8")))
        elif file.suffix == ".md":
            yield file.read_text(encoding="utf-8")


def by_side(text: str, sides: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give for each such verb the side that is said to speak, and the sentence."""
    for sentence in re.split(r"(?<=[.?!;:])\s+|\n\n|\|", QUOTED.sub("_", text)):
        for verb in DISTANCING.finditer(sentence):
            before = sentence[: verb.start()][-REACH:]
            ends = {side: [one.end() for one in re.finditer(names, before)] for side, names in sides.items()}
            nearest = max(((max(places), side) for side, places in ends.items() if places), default=None)
            if nearest:
                yield nearest[1], " ".join(sentence.split())


@each_lesson
def test_in_our_own_words_no_side_claims_or_insists(lesson):
    found = [one for text in texts_of(lesson.folder) for one in by_side(text, SIDES[lesson.id])]
    assert Counter(side for side, _ in found) == Counter(), found


@each_lesson
def test_what_a_source_says_is_told_without_the_word_claimed(lesson):
    told = [text for one in lesson.sources.values() for text in (one.says, one.note or "", one.position)]
    told += [reason.reason for claim in lesson.claims.values() for reason in claim.so]
    assert [text for text in told if re.search(r"\bclaimed\b", QUOTED.sub("_", text))] == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Moscow claimed it and Kyiv denied it.", ["Moscow"]),
        ("Kyiv claims most of the city.", ["Kyiv"]),
        ("areas that Russia only claims", ["Moscow"]),
        ("The Russian army insists: the city is held.", ["Moscow"]),
        ("Putin spoke; the General Staff claimed that it was not so.", ["Kyiv"]),
        ("A Russian claim that held.", []),
        ("Kyiv said “they have claimed” on Monday.", []),
        ("Moscow said so. Nobody claimed more.", []),
    ],
)
def test_such_a_verb_is_counted_for_the_one_who_speaks(text, sides):
    assert [side for side, _ in by_side(text, SIDES["kupyansk"])] == sides
