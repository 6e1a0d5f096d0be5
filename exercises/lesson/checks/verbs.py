"""Checks what the background says of verbs: the words of the concordance, and the sentences with a “not” in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem
from exercises.lesson.models.background import BackgroundFile, Negation
from exercises.lesson.text import QuotationError, Text
from exercises.words import languages, speaking, words

_WORD = re.compile(r"[\w’']+")


def verb_problems(file: BackgroundFile, lines: Lines, article: Text, language: str) -> Iterator[Problem]:
    """Find words that a concordance cannot look up, and negations that do not fit their sentences.

    Parameters
    ----------
    file : BackgroundFile
        The background.
    lines : Lines
        Lines of the file.
    article : Text
        The article; without sentences if it cannot be read.
    language : str
        Language of the lesson, which says “not” with words of its own; empty if it cannot be read.
    """
    yield from _looked_up(file, lines)
    if file.negations and file.not_button is None:
        cure = "Write “not_button:” with “ask:”, “ask_answered:” and “nothing_stands:”."
        yield lines.problem("Nothing says what to ask of the sentences with “not”", cure, "negations")
    seen: set[str] = set()
    negating = _negating(language)
    for number, negation in enumerate(file.negations):
        here: Where = ("negations", number)
        if negation.sentence in seen:
            yield lines.problem(f"{negation.sentence} stands twice", "Keep one “not” a sentence.", *here, "sentence")
        seen.add(negation.sentence)
        if negating and not negating & set(_WORD.findall(negation.negated.lower())):
            wanted = " or ".join(f"“{word}”" for word in sorted(negating))
            what = f"“{negation.negated}” has no {wanted}"
            yield lines.problem(what, f"Write the words with {wanted} in them.", *here, "negated")
        if article.sentences:
            yield from _quotations(negation, lines, here, article)


def _negating(language: str) -> frozenset[str]:
    """Give the words that say “not”; none where the language has no such words, or is one that nobody knows here."""
    if language not in languages():
        return frozenset()
    with speaking(language):
        return frozenset(words("negating")["words"].lower().split())


def _looked_up(file: BackgroundFile, lines: Lines) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, forms in enumerate(file.concordance):
        for index, form in enumerate(forms):
            here: Where = ("concordance", number, index)
            if len(form.split()) > 1:
                yield lines.problem(f"“{form}” is more than one word", "The concordance looks up single words.", *here)
            if form.lower() in seen:
                yield lines.problem(f"“{form}” stands twice in the concordance", "Take one out.", *here)
            seen.add(form.lower())


def _quotations(negation: Negation, lines: Lines, here: Where, article: Text) -> Iterator[Problem]:
    number = int(negation.sentence[1:])
    try:
        verb = article.find(number, negation.words)
    except QuotationError as error:
        yield lines.problem(error.words, error.cure, *here, "words")
        return
    for index, quotation in enumerate(negation.stands):
        place: Where = (*here, "stands", index)
        try:
            spans = article.find(number, quotation)
        except QuotationError as error:
            yield lines.problem(error.words, error.cure, *place)
            continue
        if any(span.touches(part) for span in spans for part in verb):
            what = f"“{quotation}” holds the verb that gets the “not”"
            yield lines.problem(what, "Quote only words that the “not” leaves alone.", *place)
