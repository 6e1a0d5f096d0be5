"""What a text gets back: words of its own with a question to each, the samples, and the writer's own rating."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.kinds.base import Pair, Remark, Result
from exercises.kinds.reported import Level
from exercises.kinds.write.form import Found, count_words, find_all
from exercises.kinds.write.item import FormCheck, Row, WriteAnswer, WriteItem, levels_of, samples_of
from exercises.lesson.load import Lesson
from exercises.words import words

HIGHEST = 3
MOST_QUOTED = 3  # found words, or sentences with them; more would hide the question
_INNER = str.maketrans({"“": "‘", "”": "’"})  # quotation marks inside others


def score(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the lesson)
    """Look at a text, first without and then with its writer's rating.

    Writing earns no points and is never right or wrong here: a machine finds words and not what they mean.

    Parameters
    ----------
    item : WriteItem
        The exercise.
    answer : WriteAnswer
        The text, and the rating once there is one.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    Result
        With a note for each check and each rated row; ``extra`` holds the samples with their reasons.

    Raises
    ------
    ValueError
        If the text is too short or too long, or the rating is not complete; with a sentence for the student.
    """
    check_answer(item, answer)
    ratings = [_rating(row, answer) for row in item.rated_rows] if answer.rated else []
    return Result(
        points=0,
        out_of=0,
        summary=words("remarks")["write"]["rated" if answer.rated else "now_rate"],
        remarks=(*(_check(check, answer.text) for check in item.checks), *ratings),
        right=False,
        extra={"samples": samples_of(item)},
    )


def check_answer(item: WriteItem, answer: WriteAnswer) -> None:
    """Refuse a text outside its limits or half a rating; ValueError with a sentence for the student."""
    said = words("write")
    count, least, most = count_words(answer.text), item.length.least, item.length.most
    if count > most:
        raise ValueError(said["too_long"].format(count=count, most=most, over=count - most))
    if count < least:
        raise ValueError(said["too_short"].format(count=count, least=least))
    if not answer.rated and not answer.why.strip():
        return
    for row in item.rated_rows:
        if row not in answer.rated:
            raise ValueError(said["no_level"].format(name=words("rubric")["names"][row]))
    if set(answer.rated) - set(item.rated_rows):
        raise ValueError(words("exchange")["shape"])
    if not answer.why.strip():
        raise ValueError(said["no_why"])


def sureness(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[Pair]:  # noqa: ARG001 (all take the same)
    """Give no pair: nobody is asked how sure they are of a text."""
    return []


def levels(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[Level]:  # noqa: ARG001 (all take the same)
    """Give the writer's own rating, row by row."""
    return [Level(row, level, "own") for row, level in answer.rated.items()]


def _check(check: FormCheck, text: str) -> Remark:
    found = find_all(check.sought, text)
    if not found:
        return Remark(subject=check.asks, outcome="note", reason=check.absent)
    quoted = map(_in_its_sentence, found[:MOST_QUOTED]) if check.around else [_alone(found)]
    return Remark(subject=check.asks, outcome="note", reason=" ".join((*quoted, check.found)))


def _alone(found: list[Found]) -> str:
    """Quote the words that were found, each once."""
    each = dict.fromkeys(word for one in found for word in one.words)
    return str(words("remarks")["write"]["found"]).format(words=_quoted(list(each)[:MOST_QUOTED]))


def _in_its_sentence(found: Found) -> str:
    """Quote found words in their sentence, and what stands there that may turn them round or give them to somebody.

    How far a “not” or a “said” reaches in a sentence cannot be computed, so nothing is said about that.
    """
    said = words("remarks")["write"]
    here = said["found_in"].format(words=_quoted(found.words), sentence=found.sentence.rstrip(".").translate(_INNER))
    listed = said["signs"]
    signs = {
        "turned": _signs(found, [*listed["turned"], *listed["denied"]]),
        "reported": _signs(found, listed["reported"]),
    }
    told = [said[name].format(words=_quoted(signs[name])) for name in signs if signs[name]]
    return " ".join((here, *(told or [said["neither"]])))


def _signs(found: Found, listed: list[str]) -> list[str]:
    there = dict.fromkeys(word for one in find_all(listed, found.sentence) for word in one.words)
    return list(there)[:MOST_QUOTED]


def _quoted(found: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in found)


def _rating(row: Row, answer: WriteAnswer) -> Remark:
    said, rubric = words("remarks")["write"], words("rubric")
    level, levels = answer.rated[row], levels_of(row)
    name = rubric["names"][row]
    subject = said["rating"].format(row=row, name=name, level=level, step=rubric["steps"][level])
    following = said["highest"] if level == HIGHEST else said["next"].format(text=levels[level + 1])
    reason = said["because"].format(text=levels[level], why=" ".join(answer.why.split()))
    return Remark(subject=subject, outcome="note", reason=f"{reason} {following}")
