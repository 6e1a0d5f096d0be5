"""What does not fit in an exercise *write*, each as a sentence with its cure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.kinds.base import Item
from exercises.kinds.write.form import count_words, find_all
from exercises.kinds.write.item import FormCheck, Sample, WriteItem
from exercises.kinds.writing import idle_hints, repeated, says_nothing
from exercises.lesson.load import Lesson
from exercises.words import words

LEVELS = (0, 1, 2, 3)
_QUOTED = re.compile(r"“[^”]*”")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?:])\s+")


def problems(item: WriteItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Say what does not fit in an exercise.

    Parameters
    ----------
    item : WriteItem
        The exercise.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    list of str
        Sentences, each with its cure; empty if all is well.
    """
    found = [*_whole(item), *_samples(item)]
    for check in item.checks:
        found += _check(check)
    for sample in item.samples:
        found += _sample(item, sample)
    return found


def beginning_problems(item: WriteItem, earlier: Item) -> list[str]:
    """Say why a text cannot be taken up: only a text can."""
    if isinstance(earlier, WriteItem):
        return []
    about = f"The exercise “{item.id}” starts from “{earlier.id}”, which is of the kind “{earlier.kind}”"
    return [f"{about}. Name an exercise of the kind “write”."]


def _whole(item: WriteItem) -> Iterator[str]:
    if not item.rated_rows:
        yield "The exercise does not say on which row the text is rated. Write “rubric:” with a letter from A to E."
    for row in repeated(item.rows):
        yield f"The row {row} stands twice under “rows”. Take one out."
    for row in item.unmarked:
        if row not in item.rated_rows:
            yield f"The row {row} stands under “unmarked”, and the text is not rated on it. Take it out there."
    if item.length.least > item.length.most:
        yield f"A text needs {item.length.least} words and may have {item.length.most}. Change one of the two."
    if item.confidence:
        yield "The own rating takes the place of confidence here. Leave “confidence” out."
    for name in repeated(check.id for check in item.checks):
        yield f"The check “{name}” stands twice. Give one of them another id."
    yield from idle_hints(item.hints)


def _check(check: FormCheck) -> Iterator[str]:
    for phrase in check.looks_for:
        if not any(sign.isalnum() for sign in phrase):
            yield f"The check “{check.id}” looks for “{phrase}”, which is no word. Take it out."
    for field in ("asks", "found", "absent"):
        text = getattr(check, field)
        here = f"“{field}” of the check “{check.id}”"
        for word in _judging(text):
            yield f"{here} has the word “{word}”, which praises or blames. A word found proves nothing: ask instead."
        if field != "asks" and says_nothing(text):
            yield f"{here} explains nothing. Write what the student must still look at."
        if field != "asks" and not _asks(text):
            yield f"{here} ends neither in a question nor in an instruction to look. Say what to look at."
    for sentence in _telling(check.found):
        here = f"“found” of the check “{check.id}” says “{sentence}”"
        yield f"{here}, which no machine knows of a text. Ask, tell what to look at, or quote a word and speak of that."


def _telling(found: str) -> list[str]:
    """List the sentences that neither ask, nor tell to look, nor quote a word, nor say what we ourselves did."""
    ours = words("writing")["ours"].split()
    sentences = (sentence for sentence in re.split(r"(?<=[.!?])\s+", found.strip()) if not _asks(sentence))
    return [one for one in sentences if ours and not _QUOTED.search(one) and one.split()[0].lower() not in ours]


def _judging(text: str) -> list[str]:
    """List the words of praise and blame; those in quotation marks are spoken of and not used."""
    listed = set(words("writing")["judging"].split())
    spoken = re.findall(r"[\w']+", _QUOTED.sub(" ", text).lower())
    return [word for word in dict.fromkeys(spoken) if word in listed]


def _asks(text: str) -> bool:
    """Whether the last sentence is a question, or begins with a word that tells to look."""
    last = _SENTENCE_ENDS.split(text.strip())[-1]
    listed = words("writing")["looking"].split()
    return last.rstrip("”)").endswith("?") or not listed or last.split()[0].strip("“,").lower() in listed


def _samples(item: WriteItem) -> Iterator[str]:
    given = [sample.level for sample in item.samples]
    for level in LEVELS:
        if level not in given:
            yield f"There is no sample at level {level}. Write one, with the reason why it reaches that level."
    for text in repeated(sample.text for sample in item.samples):
        yield f"Two samples read “{text}”. Change one of them or take it out."
    for reason in repeated(" ".join(sample.why.lower().split()) for sample in item.samples):
        levels = [str(one.level) for one in item.samples if " ".join(one.why.lower().split()) == reason]
        yield f"The samples at level {' and '.join(levels)} share one reason. Say for each what its own words do."


def _sample(item: WriteItem, sample: Sample) -> Iterator[str]:
    here = f"The sample at level {sample.level}"
    count = count_words(sample.text)
    if count > item.length.most:
        yield f"{here} has {count} words, but a student may write only {item.length.most}. Shorten it."
    if says_nothing(sample.why):
        yield f"The reason for the sample at level {sample.level} explains nothing. Write what its words do."
    if sample.level == max(LEVELS):
        for check in item.checks:
            # Words that may be turned round or given to somebody are looked out for, not hoped for.
            if not check.around and not find_all(check.sought, sample.text):
                cure = "Change the sample, or add the words that it uses."
                yield f"{here} has none of the words that the check “{check.id}” looks for. {cure}"
