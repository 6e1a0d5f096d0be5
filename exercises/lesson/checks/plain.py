"""Checks of plain.yaml: a version for each sentence, not much longer, with its quotations and numbers unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.files.lines import Lines
from exercises.files.problems import Problem
from exercises.lesson.models.plain import PlainFile
from exercises.lesson.text import Sentence, Text

A_FEW = 5
"""A short sentence may grow by so many words, a long one by a third."""
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_QUOTED = re.compile(r"[‘“]([^’”]+)[’”]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def plain_problems(file: PlainFile, lines: Lines, article: Text) -> Iterator[Problem]:
    """Find sentences without a plain version, versions without a sentence, and those that are long or change a fact.

    Parameters
    ----------
    file : PlainFile
        What plain.yaml holds; if that is nothing, there is nothing to find.
    lines : Lines
        Its lines.
    article : Text
        The article.
    """
    sentences = {f"S{one.number}": one for one in article.sentences}
    if not file.sentences or not sentences:
        return
    if missing := [name for name in sentences if name not in file.sentences]:
        what = f"No plain version is given for {', '.join(missing)}"
        yield lines.problem(what, "Write one for each sentence, or take the whole file away.", "sentences")
    for name, plain in file.sentences.items():
        here = ("sentences", name)
        if name not in sentences:
            cure = f"Write a name from S1 to S{len(sentences)}."
            yield lines.problem(f"There is no sentence {name} in the article", cure, *here)
            continue
        yield from (lines.problem(what, cure, *here) for what, cure in _faults(name, sentences[name], plain))


def words_of(plain: str) -> int:
    """Count the words of a plain version without those in brackets, which explain a word."""
    return len(_IN_BRACKETS.sub(" ", plain).split())


def _faults(name: str, sentence: Sentence, plain: str) -> Iterator[tuple[str, str]]:
    """Say what is wrong with one version, and the cure."""
    own = len(sentence.text.split())
    most = own + max(own // 3, A_FEW)
    if (count := words_of(plain)) > most:
        cure = f"Use at most {most}; words in (brackets) that explain a word are not counted."
        yield f"The plain version of {name} has {count} words, and the sentence has {own}", cure
    for found, called in ((_QUOTED, "quoted words"), (_NUMBER, "numbers")):
        there, here = sorted(found.findall(sentence.text)), sorted(found.findall(plain))
        if there != here:
            what = f"The plain version of {name} has other {called} than the sentence: {_listed(here)}"
            yield what, f"Keep them as they stand: {_listed(there)}. Explain them behind, in (brackets)."


def _listed(found: list[str]) -> str:
    return ", ".join(f"“{one}”" for one in found) or "none"
