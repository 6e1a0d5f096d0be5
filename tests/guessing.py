"""Plays choices without reading them: by length, place, sweeping words, and words of the question and the hints.

``python tests/guessing.py`` prints what each way of guessing earns in each notebook.
"""

import re
import sys
from collections import Counter
from itertools import permutations

from every_lesson import LESSONS, items_of

# The absolutist dictionary, all 19 words: M. Al-Mosaiwi and T. Johnstone, "In an Absolute State: Elevated Use of
# Absolutist Words Is a Marker Specific to Anxiety, Depression, and Suicidal Ideation", Clinical Psychological Science
# 6(4), 2018, pages 529 to 542, table 1, https://doi.org/10.1177/2167702617747074
ABSOLUTES = {
    "absolutely", "all", "always", "complete", "completely", "constant", "constantly", "definitely", "entire", "ever",
    "every", "everyone", "everything", "full", "must", "never", "nothing", "totally", "whole",
}  # fmt: skip
# What a careful reader of this course, who knew no list, took for such words besides.
SWEEPING = ABSOLUTES | {"nobody", "none", "nowhere", "no-one", "only", "cannot"}
SHORT = 3  # letters: words as short as these stand in every question
NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|half|third|fifth|dozen|twice|once)\b", re.IGNORECASE
)
SAYING = re.compile(r"\b(said|says?|told|tells?|report(s|ed)?|writes?|wrote|announced|claims?|denied)\b", re.IGNORECASE)


def words_of(text):
    """Give the words of a text in small letters."""
    return set(re.findall(r"[\w'’-]+", text.lower()))


def shared(option, item):
    """Count the longer words that an option has in common with the question and with what is quoted above it."""
    asked = words_of(f"{item.quote} {item.prompt}")
    return sum(len(word) > SHORT for word in words_of(option.text) & asked)


def hinted(option, item):
    """Count the longer words that an option has in common with the hints."""
    return sum(len(word) > SHORT for word in words_of(option.text) & words_of(" ".join(item.hints)))


def most(value):
    """Make a way of guessing that keeps the options of the highest value; where several are level, all of them."""

    def keep(options, item):
        values = [value(option, item) for option in options]
        return [option for option, own in zip(options, values, strict=True) if own == max(values)]

    return keep


def having(pattern):
    """Make a way of guessing that keeps the options in which something of a kind stands, unless none has it."""
    return most(lambda option, _: bool(pattern.search(option.text)))


def without(words):
    """Make a way of guessing that drops the options with such words, unless all have some."""
    return most(lambda option, _: not words & words_of(option.text))


def by_role(options, item):
    """Keep the shortest options in a recall, where the wrong ones ramble, and the longest ones elsewhere."""
    return (SHORTEST if item.role == "recall" else LONGEST)(options, item)


def all_but(way):
    """Make a way of guessing that drops what another one would choose."""
    return lambda options, item: [option for option in options if option not in way(options, item)] or options


def after(one, other):
    """Make a way of guessing of two: the other decides among what the one leaves."""
    return lambda options, item: other(one(options, item), item)


def length(option):
    """Count the words of an option: who guesses by length may see these, or the letters."""
    return len(option.text.split())


LONGEST, SHORTEST = most(lambda option, _: len(option.text)), most(lambda option, _: -len(option.text))
MOST_WORDS, FEWEST_WORDS = most(lambda option, _: length(option)), most(lambda option, _: -length(option))
LISTED = {
    "longest": LONGEST,
    "shortest": SHORTEST,
    "most words": MOST_WORDS,
    "fewest words": FEWEST_WORDS,
    "no absolute words": without(ABSOLUTES),
    "no sweeping words": without(SWEEPING),
    "first": lambda options, _: options[:1],
    "last": lambda options, _: options[-1:],
    "most words of the question": most(shared),
    "longest, in recall shortest": by_role,
}
# Signs that careful readers looked for, who had the course before them.
SIGNS = {
    "second": lambda options, _: options[1:2] or options,
    "most words of the hints": most(hinted),
    "a number": having(NUMBER),
    "a word of saying": having(SAYING),
}
WAYS = LISTED | SIGNS
# What is left for those who know that course writers hide the right option among the middling ones.
CONTRARY = {
    "not the longest": all_but(LONGEST),
    "not the shortest": all_but(SHORTEST),
    "the second longest": after(all_but(LONGEST), LONGEST),
    "neither longest nor shortest": after(all_but(LONGEST), all_but(SHORTEST)),
}
# The same by words, played over the course.
BY_WORDS = {
    "not the most words": all_but(MOST_WORDS),
    "not the fewest words": all_but(FEWEST_WORDS),
    "the second most words": after(all_but(MOST_WORDS), MOST_WORDS),
    "neither most nor fewest words": after(all_but(MOST_WORDS), all_but(FEWEST_WORDS)),
    "shortest words": most(lambda option, _: -len(option.text) / length(option)),
}
PLACES = {f"always {sign}": lambda options, _, at=at: options[at : at + 1] or options for at, sign in enumerate("ABCD")}


def pairs_of(ways):
    """Give every pair of some ways of guessing by name."""
    return {f"{one}, then {other}": after(ways[one], ways[other]) for one, other in permutations(ways, 2)}


def listed_ways():
    """Give the ways by length, place and words of the question by name: each alone, and each pair of them."""
    return LISTED | CONTRARY | PLACES | pairs_of(LISTED)


def all_ways():
    """Give all ways of guessing by name: each alone, each pair of them, and each place."""
    return WAYS | CONTRARY | BY_WORDS | PLACES | pairs_of(WAYS | CONTRARY)


def choices_of(items):
    """List the exercises in which one option is chosen."""
    return [item for item in items if item.kind == "choose" and not item.several]


def earned(way, item):
    """Give what a way of guessing earns on average in one exercise, from 0 to 1."""
    kept = way(list(item.options), item)
    return sum(option.right or option.accepted for option in kept) / len(kept)


def by_chance(item):
    """Give what choosing blindly earns in one exercise."""
    return earned(lambda options, _: options, item)


def above_chance(way, choices):
    """Give by how much a way of guessing is better than blind choice, as a share of all choices."""
    return sum(earned(way, item) - by_chance(item) for item in choices) / len(choices)


def tell(out):
    """Print for each notebook what the single ways earn, and for each lesson and the course the best of all."""
    course = []
    for lesson in LESSONS:
        every = []
        for entry in lesson.info.notebooks:
            choices = choices_of(items_of(lesson).of(entry.name))
            every += choices
            points = {
                name: sum(earned(way, item) for item in choices) for name, way in (WAYS | CONTRARY | PLACES).items()
            }
            told = "; ".join(f"{name} {value:.1f}" for name, value in points.items())
            out.write(f"{lesson.id}/{entry.name}: {chance_of(choices)}; {told}\n")
        out.write(f"{lesson.id}: {chance_of(every)}; the best guesses:\n")
        tell_best(out, every)
        course += every
    out.write(f"the course: {chance_of(course)}; the best guesses:\n")
    tell_best(out, course)


def tell_best(out, choices):
    """Print the dozen ways of guessing that earn most."""
    better = Counter({name: above_chance(way, choices) for name, way in all_ways().items()})
    for name, share in better.most_common(12):
        out.write(f"  {share:+.1%}  {name}\n")


def chance_of(choices):
    """Say how many choices there are, and how many of them blind choice gets right."""
    return f"{len(choices)} choices, {sum(map(by_chance, choices)):.1f} by chance"


if __name__ == "__main__":
    tell(sys.stdout)
