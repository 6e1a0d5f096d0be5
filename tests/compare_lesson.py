"""The tiny lesson with a trace: a notice of the town hall, two papers that pass it on, and the article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from small_lesson import build_small_lesson

from exercises.kinds.compare.item import CompareItem
from exercises.lesson.load import Lesson, load_lesson

SOURCE = """
  - id: {id}
    publisher: {id}
    url: {url}
    link: ok
    date: "{day}"
    language: {language}
    type: other
    position: Somebody.
    interest: None seen.
    near: repeats
    origin: town-hall-2025-05-01
    says: The bridge stays closed.
    core: false
    read: whole
    consulted: "2025-07-01"
"""
QUOTE = """    quote:
      original: Der Steg bleibt zu.
      language: de
      literal: The footbridge stays shut.
      plain: The footbridge stays closed.
"""
BACKGROUND = """trace:
  - id: bridge-way
    sentence: S1
    title: CANARY how a notice lost its hedge
    versions:
      - {when: 1 May 2025, who: The town hall, says: It may stay closed., source: town-page}
      - when: 2 May 2025
        who: River Post
        says: The footbridge may stay shut.
        terms: ["Steg = footbridge", may]
        source: river-post
        quoted: true
        order_inferred: only the day is shown
      - {when: 3 May 2025, who: Hill Post, says: It stays closed., terms: [stays], source: hill-post}
      - {when: 4 May 2025, who: The article, says: It stays closed until May., source: dovhe-post}
      - {when: unknown, who: A shopkeeper, says: Fewer come., source: shop-blog}
    shown: [CANARY shown “may” stands in two versions only.]
    inferred: [CANARY inferred that Hill Post read River Post.]
    intent: CANARY intent unknown
"""
WHY = {name: f"CANARY {name}: read its verb." for name in ("town-page", "river-post", "hill-post", "dovhe-post")}
HEDGE: dict[str, Any] = {
    "id": "hedge",
    "ask": "In which version is “may” missing for the first time?",
    "at": "hill-post",
    "basis": "shown",
    "basis_why": "CANARY you can read it there.",
    "why": WHY | {"nowhere": "CANARY nowhere: the verbs differ."},
    "states": {"before": "CANARY may", "after": "CANARY stays"},
}
ROOT: dict[str, Any] = {
    "id": "root",
    "ask": "From which version did Hill Post take it?",
    "nowhere": "From none of these",
    "at": "river-post",
    "basis": "inferred",
    "basis_why": "CANARY no text says so.",
    "why": WHY | {"nowhere": "CANARY none: one comes close."},
}
WHOLE: dict[str, Any] = {
    "id": "owner",
    "ask": "Where did the bridge get another name?",
    "at": "nowhere",
    "basis": "shown",
    "basis_why": "CANARY it is named in all four.",
    "why": WHY | {"nowhere": "CANARY whole: it is the bridge in all."},
    "states": {"before": "CANARY bridge", "after": "CANARY other name"},
}
VERSIONS = ("town-page", "river-post", "hill-post", "dovhe-post")


def compare_lesson(folder: Path) -> Path:
    """Write the tiny lesson with its trace and three more sources."""
    build_small_lesson(folder)
    more = [
        ("river-post", "https://river.example/a", "2025-05-02", "de"),
        ("hill-post", "https://hill.example/a", "2025-05-03", "en"),
    ]
    more.append(("dovhe-post", "https://post.example/bridge", "2025-05-04", "en"))
    sources = folder / "sources.yaml"
    text = sources.read_text("utf-8").rstrip() + "\n"
    for name, url, day, language in more:
        text += (
            SOURCE.format(id=name, url=url, day=day, language=language).rstrip()
            + "\n"
            + (QUOTE if language == "de" else "")
        )
    sources.write_text(text, encoding="utf-8")
    (folder / "background.yaml").write_text(BACKGROUND, encoding="utf-8")
    return folder


def open_lesson(folder: Path) -> Lesson:
    """Write and load it."""
    return load_lesson(compare_lesson(folder))


def compare_item(*questions: dict[str, Any], **fields: Any) -> CompareItem:
    """Give an exercise on the trace; with all three questions unless others are given."""
    common = {
        "id": "way",
        "kind": "compare",
        "title": "The way",
        "instruction": "Compare.",
        "role": "alone",
        "rubric": "D",
    }
    whole = {"trace": "bridge-way", "versions": VERSIONS, "questions": questions or (HEDGE, ROOT, WHOLE)}
    return CompareItem.model_validate(common | whole | fields)
