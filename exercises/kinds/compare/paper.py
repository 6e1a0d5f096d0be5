"""The key of *compare* for the teacher, with a reason for every version, and the versions as cards."""

from __future__ import annotations

from exercises.kinds.compare.item import NOWHERE, CompareItem, Question, trace_of, versions_of
from exercises.kinds.compare.page import page
from exercises.kinds.compare.path import named
from exercises.kinds.printed import Deck, KeyLine, KeyPart
from exercises.lesson.load import Lesson
from exercises.words import words


def key(item: CompareItem, lesson: Lesson) -> tuple[KeyPart, ...]:
    """Give every question with all its reasons, then what the trace shows and what is only inferred."""
    parts = [_question(number, question, item, lesson) for number, question in enumerate(item.questions, start=1)]
    trace = trace_of(item, lesson)
    if trace:
        said = words("compare")["path"]
        told = (said["shown"], trace.shown), (said["inferred"], trace.inferred), (said["intent"], (trace.intent,))
        parts.append(KeyPart("", tuple(KeyLine(heading, "", reasons) for heading, reasons in told if reasons)))
    return tuple(parts)


def _question(number: int, question: Question, item: CompareItem, lesson: Lesson) -> KeyPart:
    said = words("paper")["key"]
    steps = [*(version.source for version in versions_of(item, lesson)), NOWHERE]
    lines = [
        KeyLine(named(step, question, item, lesson), _answer(step, question), (question.why[step],)) for step in steps
    ]
    basis = words("compare")["basis"][question.basis]
    # On the sheet versions have numbers, and 0 stands for none of them.
    places = [str((steps.index(step) + 1) % len(steps)) for step in (question.at, *question.also_accept)]
    brief = "" if question.given else f"{number}: {'/'.join(places)} {basis if not question.either else ''}".strip()
    lines.append(KeyLine(basis, said["either"] if question.either else said["ours"], (question.basis_why,), brief))
    if question.also_why:
        lines.append(KeyLine(said["also_read"], "", (question.also_why,)))
    return KeyPart(words("compare")["result"]["step"].format(number=number, ask=question.ask), tuple(lines))


def _answer(step: str, question: Question) -> str:
    said = words("paper")["key"]
    if step == question.at:
        return str(said["ours"])
    return str(said["accepted"]) if step in question.also_accept else ""


def deck(item: CompareItem, lesson: Lesson) -> Deck:
    """Give the versions to lay in order; each comparison has its own, because it may leave some out."""
    return Deck({f"{item.id}/{version['id']}": version for version in page(item, lesson)["versions"]})
