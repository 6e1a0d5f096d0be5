"""What the rules of the course still ask for beside a student's answers, as far as it can be counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from exercises.kinds.desk.casework import SIDES
from exercises.kinds.desk.origins import ENOUGH_ORIGINS
from exercises.kinds.evidence.counted import Counted
from exercises.kinds.evidence.item import EvidenceAnswer
from exercises.words import words

SETTLED = ("holds", "does-not-hold")
_Rule = Callable[[EvidenceAnswer, Counted], bool]


def _no_voice(answer: EvidenceAnswer, log: Counted) -> bool:
    return any(not log.origins(side) for side in SIDES.get(answer.so or "", ()))


def _one_origin(answer: EvidenceAnswer, log: Counted) -> bool:
    return answer.so in SETTLED and len(log.speaking) < ENOUGH_ORIGINS and not _no_voice(answer, log)


def _conflict(answer: EvidenceAnswer, log: Counted) -> bool:
    return answer.so in SETTLED and all(log.origins(side) for side in ("supports", "contradicts"))


def _only_repeated(answer: EvidenceAnswer, log: Counted) -> bool:  # noqa: ARG001 (rules take the same)
    return bool(log.sources) and all(source.near == "repeats" for source in log.sources)


RULES: Mapping[str, _Rule] = {
    "no_voice": _no_voice,
    "one_origin": _one_origin,
    "conflict": _conflict,
    "only_repeated": _only_repeated,
    "later": lambda answer, log: bool(log.later),  # noqa: ARG005 (rules take the same)
    "undated": lambda answer, log: bool(log.undated),  # noqa: ARG005
    "no_reason": lambda answer, log: not answer.reason.strip(),  # noqa: ARG005
    "no_change": lambda answer, log: not answer.change.strip(),  # noqa: ARG005
}
"""Every rule by its name, and when something is wanting; the locale says it in a sentence."""


def wanting(answer: EvidenceAnswer, log: Counted) -> Iterator[str]:
    """Say in a sentence each what is wanting."""
    said, verdicts = words("evidence")["result"]["rules"], words("desk")["so"]
    numbers = {"later": log.later, "undated": log.undated}
    for name, rule in RULES.items():
        if rule(answer, log):
            listed = ", ".join(map(str, numbers.get(name, [])))
            yield str(said[name]).format(answer=verdicts[answer.so or "none"], numbers=listed)
