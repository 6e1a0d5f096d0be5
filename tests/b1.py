"""Which words of a text are not known at B1 and explained nowhere."""

import re

from cefrpy import CEFRAnalyzer, CEFRLevel

from exercises.words import words

MOST = 0.03
WORD = re.compile(r"(?<![\w'-])[A-Za-z]+(?:'[a-z]+)?(?![\w-])")
ENDINGS = [("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")]
ENDINGS += [("er", ""), ("er", "e"), ("est", ""), ("ly", "")]
# Forms of words from A1 and A2 that the list has under their first form, or not at all.
FORMS = {"found", "known", "cannot", "neither", "isn't", "doesn't", "cellar", "app", "website", "media"}
LEVELS = CEFRAnalyzer()
COURSE = words("course_words")


def known(word) -> bool:
    """Say whether a word or its first form stands on the list at B1 or below."""
    bases = [word.split("'")[0]]
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            bases += [stem + instead, *([stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else [])]
    levels = [LEVELS.get_average_word_level_CEFR(base) for base in bases]
    return any(level is not None and level <= CEFRLevel.B1 for level in levels)


def explained(lesson) -> set[str]:
    """Give the article's own words and those that a student can look up."""
    return looked_up(lesson) | _words_of(lesson.texts["article"].text)


def looked_up(lesson) -> set[str]:
    """Give the words of the glossary and of the course, which a student can look up."""
    terms = [entry.term for entry in lesson.background.glossary]
    terms += [form for part in ("words", "idioms") for one in COURSE[part] for form in one["forms"]]
    return _words_of(" ".join(terms))


def _words_of(text) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Za-z']+", text.replace("’", "'"))}


def off_the_list(lesson, text) -> tuple[list[str], int]:
    """List the words of a text that are not known at B1 and explained nowhere; and count all its words."""
    return off_b1(text, explained(lesson))


def off_b1(text, explained) -> tuple[list[str], int]:
    """List the words of a text that are not known at B1 and not among those explained; and count all its words."""
    easy, found = explained | FORMS, WORD.findall(re.sub(r"[’]", "'", text))
    lower = {word for word in found if word.islower()}
    off = []
    for word in found:
        # A word that only ever has a capital is a name.
        name = not word.islower() and word.lower() not in lower
        if len(word) > 2 and not name and word.lower() not in easy and not known(word.lower()):
            off.append(word.lower())
    return off, len(found)
