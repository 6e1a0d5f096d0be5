"""Checks what the background says of verbs: the words of the concordance, and the sentences with a “not” in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem
from exercises.lesson.models.background import BackgroundFile, Negation
from exercises.lesson.text import QuotationError, Text

_NOT = re.compile(r"\bnot\b", re.IGNORECASE)


def verb_problems(file: BackgroundFile, lines: Lines, article: Text) -> Iterator[Problem]:
    """Find words that a concordance cannot look up, and negations that do not fit their sentences.

    Parameters
    ----------
    file : BackgroundFile
        The background.
    lines : Lines
        Lines of the file.
    article : Text
        The article; without sentences if it cannot be read.
    """
    yield from _looked_up(file, lines)
    if file.negations and file.not_button is None:
        cure = "Write “not_button:” with “ask:”, “ask_answered:” and “nothing_stands:”."
        yield lines.problem("Nothing says what to ask of the sentences with “not”", cure, "negations")
    seen: set[str] = set()
    for number, negation in enumerate(file.negations):
        here: Where = ("negations", number)
        if negation.sentence in seen:
            yield lines.problem(f"{negation.sentence} stands twice", "Keep one “not” a sentence.", *here, "sentence")
        seen.add(negation.sentence)
        if not _NOT.search(negation.negated):
            what = f"“{negation.negated}” has no “not”"
            yield lines.problem(what, "Write the words with “not” in them.", *here, "negated")
        if article.sentences:
            yield from _quotations(negation, lines, here, article)


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
