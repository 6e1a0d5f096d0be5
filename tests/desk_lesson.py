"""The tiny lesson with a fuller desk: five sources on the year of the bridge, two of them from one origin."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from small_lesson import build_small_lesson

from exercises.kinds.base import Result
from exercises.kinds.desk import KIND
from exercises.kinds.desk.item import DeskItem
from exercises.lesson.load import Lesson, load_lesson
from exercises.lesson.models.sources import Origin

ALL = ("town-page", "town-radio", "old-guide", "archive-note", "shop-blog")
EARLY, LATE = "2025-05-02", "2025-06-10"


def desk_lesson(folder: Path, links: str = "none") -> Lesson:
    """Build the lesson: radio and town page share an origin, a guide of 1990 and the archive say 1902."""
    lesson = load_lesson(build_small_lesson(folder))
    page = lesson.sources["town-page"]
    radio = {
        "id": "town-radio", "publisher": "Radio Dovhe", "url": "https://radio.example/bridge", "link": "state-media",
        "date": EARLY, "near": "was-told", "interest": "The town pays the radio.", "supports": (),
    }  # fmt: skip
    guide = {
        "id": "old-guide", "publisher": "A guide of 1990", "url": "https://guide.example/", "link": "sibling",
        "date": "2025-04-01", "near": "repeats", "origin": "guide-1990", "interest": "Sells books.",
        "says": "The bridge was opened in 1902.", "supports": ("C1",), "contradicts": (),
    }  # fmt: skip
    more = {one["id"]: page.model_copy(update=one) for one in (radio, guide)}
    info = lesson.info.model_copy(update={"links": links})
    known = {"guide-1990": Origin(id="guide-1990", name="A guide of 1990")}
    return replace(lesson, info=info, sources=lesson.sources | more, origins=lesson.origins | known)


def desk_item(*claims: dict[str, Any], **fields: Any) -> DeskItem:
    """Make an exercise on the year of the bridge (C1), or on the claims that are given."""
    common = {"id": "bridge-desk", "kind": "desk", "title": "The year", "instruction": "Check it.", "role": "alone"}
    placed = claims or ({"claim": "C1", "sources": ALL},)
    return DeskItem.model_validate({**common, "rubric": "D", "as_of": [EARLY, "end"], "claims": placed, **fields})


def entry(source: str, shows: str, near: str, same_as: str | None = None) -> dict[str, Any]:
    """Make an entry of the log."""
    return {"source": source, "shows": shows, "near": near, "interest": None, "same_as": same_as}


TOWN_PAGE = entry("town-page", "contradicts", "party")
TOWN_RADIO = entry("town-radio", "contradicts", "was-told", "town-page")
OLD_GUIDE = entry("old-guide", "supports", "repeats")
ARCHIVE = entry("archive-note", "supports", "measured-it")
FULL = (TOWN_PAGE, TOWN_RADIO, OLD_GUIDE, ARCHIVE)
OPINION = {"claim": "C2", "sources": ALL}
YEAR = {"claim": "C1", "sources": ALL}


def work(*log: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Do the claim C1 as the key does, with the log that is given."""
    answers = {"said": "not-applicable", "so": {EARLY: "disputed", LATE: "holds"}, "confidence": 3}
    empty = {"searched_nothing": "", "reason": "", "rated": {}, "look": {"scanned": 0, "first": 0, "behind": []}}
    return {"log": list(log), **empty, **answers, **fields}


def check(lesson: Lesson, item: DeskItem | None = None, **claims: dict[str, Any]) -> Result:
    """Score an answer to some claims of the desk."""
    answer = KIND.answer.model_validate({"claims": claims})
    return KIND.score(item or desk_item(), answer, lesson)


def notes(result: Result) -> str:
    """Give what is told on the side, in one text."""
    return " ".join(one.reason for one in result.remarks if one.outcome == "note")
