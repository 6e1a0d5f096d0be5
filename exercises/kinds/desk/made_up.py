"""A made-up answer to a desk: our own log, and verdicts that may be others."""

from __future__ import annotations

from typing import Any

from exercises.kinds.desk.item import DeskItem
from exercises.kinds.desk.page import reveal
from exercises.kinds.desk.tallied import parts
from exercises.kinds.made_up import Imagined, chosen
from exercises.lesson.load import Lesson
from exercises.words import words


def made_up(item: DeskItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:
    """Work on as many claims as are asked for; a student who finds less logs less."""
    ours, found = reveal(item, lesson)["claims"], chosen(parts(item, lesson), student)
    names = list(ours)[: item.choose_from or len(ours)]
    for name in names:
        answers = {part.partition("/")[2]: choice for part, choice in found.items() if part.startswith(f"{name}/")}
        said = answers.pop("said")
        log = [entry for entry in ours[name]["log"] if student.finds()] or ours[name]["log"][:1]
        logged = {entry["source"] for entry in log}
        log = [entry | {"same_as": entry["same_as"] if entry["same_as"] in logged else None} for entry in log]
        ours[name] |= {"said": said, "so": answers, "log": log, "confidence": student.chance.randint(1, 4)}
        ours[name] |= {"reason": words("tallied")["made_up"]}
    return {"claims": {name: ours[name] for name in names}}
