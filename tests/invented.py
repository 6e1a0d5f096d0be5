"""A lesson in an invented language with words of its own: every Latin letter that people read becomes a rune."""

import re
from pathlib import Path
from typing import Any

import yaml
from compare_lesson import BACKGROUND, HEDGE, ROOT, VERSIONS, WHOLE, compare_lesson
from form_lesson import FORMS
from kinds_lesson import RATE_AND_WRITE
from small_lesson import ARTICLE, CLAIMS, EXERCISES, KEY, LESSON, PRACTICE

from exercises.files.reading import read_plain
from exercises.words.spoken import OWN_FOLDER

LANGUAGE = "xx"
# Armenian letters: they are letters for every library, have both cases, and none of them is Latin.
RUNES = {ord(first) + place: rune + place for first, rune in (("a", 0x561), ("A", 0x531)) for place in range(26)}
PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
# Names and codes that programs read; everything else in a lesson's files is for people.
NAMES = {
    "address", "also_accept", "answer", "as_of", "basis", "bin", "certainty", "claim", "claims",
    "compare_with", "consulted", "context", "contradicts", "counts", "date", "date_inferred", "dated",
    "direction", "evidence", "file", "first_form", "id", "inside", "kind", "labels", "language", "layer",
    "length", "link", "links", "name", "near", "order", "orders", "published", "read", "role", "rows",
    "rubric", "sentence", "sha256", "side", "source_kind", "starts_from", "stated_on", "supports", "tile",
    "text_of", "found_in", "to", "trace", "two_clocks", "type", "unit", "unmarked", "url", "verb_stance", "verdict",
    "whose",
}  # fmt: skip
CHARTS = ("attribution-map", "peel", "certainty-strip", "confirmation-timeline", "two-clocks", "places-map", "guests")
LIVE = ("peel-by-owner", "two-clocks-by-day", "concordance")
COMMON = {"title": "A task", "instruction": "Do what it asks.", "role": "alone", "label": "Written for this course"}
WHY = "CANARY: {} is told by the words of it."


def runes(text: str) -> str:
    """Turn every Latin letter into a rune; placeholders and codes such as en-GB stay."""
    if re.fullmatch(r"[a-z]{2}-[A-Z]{2}", text):
        return text
    return "".join(part if PLACEHOLDER.match(part) else part.translate(RUNES) for part in PLACEHOLDER.split(text))


def in_runes(data: Any, ids: frozenset[str] = frozenset(), name: str = "") -> Any:
    """Turn all that people read in plain data into runes."""
    if isinstance(data, dict):
        return {key: value if key == "features" else in_runes(value, ids, str(key)) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [in_runes(value, ids, name) for value in data]
    spoken = isinstance(data, str) and name not in NAMES and (data not in ids or name == "terms")
    return runes(data) if spoken or (name in ("context", "name") and " " in str(data)) else data


def write_locale(folder: Path) -> None:
    """Write the words of the invented language: those of English in runes."""
    folder.mkdir()
    spoken = locale_in_runes(read_plain(OWN_FOLDER / "en.yaml"))
    spoken["desk"]["languages"][LANGUAGE] = runes("Runes")
    _write(folder / f"{LANGUAGE}.yaml", spoken)


def locale_in_runes(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: locale_in_runes(value) for key, value in data.items()}
    if isinstance(data, list):
        return [locale_in_runes(value) for value in data]
    return runes(data) if isinstance(data, str) else data


def write_lesson(folder: Path) -> Path:
    """Write a lesson with all kinds, figures and forms in the invented language, and give its folder."""
    compare_lesson(folder)
    article = runes(ARTICLE)
    (folder / "article.txt").write_text(article, encoding="utf-8")
    sources = yaml.safe_load((folder / "sources.yaml").read_text(encoding="utf-8"))
    files = {
        "lesson": _lesson(article),
        "key": yaml.safe_load(KEY),
        "practice": yaml.safe_load(PRACTICE),
        "claims": yaml.safe_load(CLAIMS),
        "sources": sources,
        "background": _background(),
        "map": _map(),
        "one": {"exercises": _exercises()},
        "forms": yaml.safe_load(FORMS),
    }
    ids = frozenset(_ids(files)) | {"article", "nowhere", "end"}
    for name, data in files.items():
        spoken = in_runes(data, ids)
        _write(folder / f"{name}.yaml", _in_language(spoken))
    (folder / "one.md").write_text(_prose([one["id"] for one in files["one"]["exercises"]]), encoding="utf-8")
    return folder


def _lesson(article: str) -> dict[str, Any]:
    from hashlib import sha256

    info = yaml.safe_load(LESSON.format(sha256=sha256(article.encode()).hexdigest()))
    # A notebook with every kind takes longer than the one that it was made from.
    info["notebooks"][0]["minutes"] = 85
    return info | {"first_form": "A", "report": {"before": "first-item", "after": "second-item", "check": ""}}


def _background() -> dict[str, Any]:
    told = {"date": "2025-05-02", "who": "the mayor", "source": "town-page"}
    chart = {
        "id": "guests", "title": "How many came?", "caption": "Figures of one side.", "alt": "One chart.",
        "not_drawn": "no number", "units": {"guests": {"words": "{number} guests", "axis": "guests on the bridge"}},
        "told": [told | {"count": "up to 6000", "high": 6000, "unit": "guests"}, told | {"count": "a crowd"}],
    }  # fmt: skip
    return yaml.safe_load(BACKGROUND) | {
        "timeline": [{"when": "in May", "text": "It was closed", "source": "town-page"}],
        "two_clocks": ["C1", "C1"],
        "concordance": [["claimed", "claims"]],
        "glossary": [{"term": "toll", "meaning": "Money that one pays on a bridge."}],
        "count_charts": [chart],
        "places": [{"spelled": {"aa": "Dovhe", "bb": "Dovge"}, "kind": runes("town"), "line": "A town on a river."}],
        "spelled_from": {"aa": "From the old", "bb": "From the new"},
        "since_then": {
            "title": "What became known later", "as_read": "2025-07-01", "ending": "that is all",
            "entries": [{"date": "2025-06-10", "side": "article", "text": "It opened.", "sources": ["town-page"]}],
        },
    }  # fmt: skip


def _map() -> dict[str, Any]:
    town = {"name": runes("Dovhe"), "kind": "town", "latitude": 48.37, "longitude": 23.28, "sources": ["atlas"]}
    far = town | {"name": runes("Sadove"), "kind": "city", "latitude": 49.5, "far": True, "sources": ["atlas"]}
    line = [[48.4, 23.28], [48.3, 23.25]]
    return {
        "main": runes("Dovhe"),
        "note": "Places only.",
        "sources": [{"id": "atlas", "name": runes("Atlas"), "read": "2025-05-02"}],
        "places": [one | {"why": "It helps.", "more": "On a hill."} for one in (town, far)],
        "waters": [{"name": runes("Borzhava"), "line": line, "sources": ["atlas"]}],
    }


def _exercises() -> list[dict[str, Any]]:
    mark = yaml.safe_load(EXERCISES)["exercises"][1]
    ordered = [{"id": name, "title": f"{name} bin"} for name in ("low", "high")]
    cards = [{"id": name, "text": f"A {name} card", "bin": name, "why": WHY.format(name)} for name in ("low", "high")]
    tiles = [{"id": f"tile-{one}", "text": one, "why": WHY.format(one)} for one in ("old", "arch", "gladly")]
    more = [
        {"id": "way", "kind": "compare", "rubric": "D", "trace": "bridge-way", "versions": list(VERSIONS),
         "questions": [HEDGE, ROOT, WHOLE]},
        {"id": "desk", "kind": "desk", "rubric": "D", "as_of": ["2025-05-02", "end"], "search": True,
         "claims": [{"claim": "C1", "sources": ["town-page", "archive-note", "shop-blog"]}]},
        {"id": "bins", "kind": "sort", "rubric": "B", "bins": ordered, "cards": cards},
        {"id": "row", "kind": "tiles", "rubric": "A", "language": "de", "origin": "Written for this course",
         "original": [{"word": "Der Steg", "meaning": "the bridge"}], "tiles": tiles,
         "orders": [["tile-old", "tile-arch"]],
         "loss": {"tile": "tile-old", "beside": "A bridge.", "why": "CANARY: its age is lost now."}},
        {"id": "bring", "kind": "bring", "rubric": None},
        {"id": "own", "kind": "annotate", "rubric": "A", "text_of": "bring", "layer": "attribution",
         "labels": ["source", "cue"]},
        {"id": "named", "kind": "sources", "rubric": "B", "found_in": "own", "bins": ordered},
        {"id": "checked", "kind": "evidence", "rubric": "D", "text_of": "bring"},
    ]  # fmt: skip
    return [*yaml.safe_load(RATE_AND_WRITE)["exercises"], mark, *(COMMON | one for one in more)]


def _prose(names: list[str]) -> str:
    head = {"title": runes("One bridge"), "minutes": 85, "able_to": [runes("find who speaks")]}
    blocks = [
        runes("Read the three sentences."),
        f"```{{article}}\n{runes('toll')}\n```",
        f"```{{known}} folded\n{runes('It was closed.')}\n```",
        f"```{{outside}}\n{runes('Ask the town.')}\n```",
        f"```{{teacher}}\n{runes('Give them time.')}\n```",
        *(f"```{{exercise}} {name}\n```" for name in names),
        "```{open} bet\n```",
        "```{form} first\n```",
        *(f"```{{chart}} {name}\n```" for name in (*CHARTS, *LIVE)),
        "```{report}\n```",
    ]
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n" + "\n\n".join(blocks) + "\n"


def _ids(data: Any) -> list[str]:
    if isinstance(data, dict):
        own = [data["id"]] if isinstance(data.get("id"), str) else []
        return own + [name for value in data.values() for name in _ids(value)]
    return [name for value in data for name in _ids(value)] if isinstance(data, list) else []


def _in_language(data: Any) -> Any:
    """Say of everything in English that it is in the invented language."""
    if isinstance(data, dict):
        spoken = {key: _in_language(value) for key, value in data.items()}
        return spoken | {"language": LANGUAGE} if spoken.get("language") == "en" else spoken
    return [_in_language(value) for value in data] if isinstance(data, list) else data


def _write(file: Path, data: Any) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
