"""What a text that was brought gets back: how much is worked on, and what can be done with it. Nothing is scored."""

from __future__ import annotations

from exercises.kinds.base import Pair, Remark, Result
from exercises.kinds.bring.item import MOST_CHARACTERS, MOST_SENTENCES, BringAnswer, BringItem
from exercises.lesson.load import Lesson
from exercises.words import plain_number, words


def score(item: BringItem, answer: BringAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the same)
    """Say which part is worked on.

    Raises
    ------
    ValueError
        If there is no text, or no part that can be worked on; with a sentence for the student.
    """
    check_answer(answer)
    said = words("bring")["result"]
    chosen = answer.last - answer.first + 1
    form = "whole" if chosen == answer.total else "one" if chosen == 1 else "some"
    count = plain_number(sum(map(_words, answer.chosen)))
    numbers = {"first": answer.first, "last": answer.last, "total": plain_number(answer.total), "words": count}
    parts = [Remark(subject=said["kept"], outcome="note", reason=said["all" if _all_kept(answer) else "part"])]
    parts += [Remark(subject=said["language"], outcome="note", reason=said["not_english"])] * (answer.language != "en")
    return Result(
        points=0,
        out_of=0,
        summary=said[form].format(**numbers),
        remarks=tuple(parts),
        right=False,
    )


def check_answer(answer: BringAnswer) -> None:
    """Refuse what the next exercises could not work on; ValueError with a sentence for the student."""
    said = words("bring")
    if not answer.sentences:
        raise ValueError(said["incomplete"])
    if answer.last - answer.first >= MOST_SENTENCES:
        raise ValueError(said["too_many"].format(most=MOST_SENTENCES))
    if not answer.chosen or len(answer.chosen) != answer.last - answer.first + 1 or answer.last > answer.total:
        raise ValueError(said["outside"].format(total=plain_number(answer.total)))
    if answer.part is None:
        raise ValueError(said["too_long"].format(most=plain_number(MOST_CHARACTERS)))


def _all_kept(answer: BringAnswer) -> bool:
    return len(answer.sentences) == answer.total


def _words(sentence: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in sentence.split())


def sureness(item: BringItem, answer: BringAnswer, lesson: Lesson) -> list[Pair]:  # noqa: ARG001 (all take the same)
    """Give no pair: nobody is asked how sure they are of a text."""
    return []
