"""What a page is told first, made small: what several exercises show alike stands there once, field by field."""

from __future__ import annotations

import gzip
import json
from typing import Any

MANY = 20  # entries; what has fewer is shorter than the word that it stands elsewhere


def pack(told: dict[str, Any]) -> bytes:
    """Write what is told as JSON in gzip.

    Half characters, which UTF-8 cannot hold, stand there as JSON escapes them.
    """
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8", "backslashreplace"), 9)


def once(faces: list[dict[str, Any]]) -> dict[str, Any]:
    """Take out of the bodies of faces what two or more of them show alike, as desks that share their sources.

    Parameters
    ----------
    faces : list of dict
        Each with ``traits`` that hold a ``page``; they stay as they are.

    Returns
    -------
    dict
        ``alike``: the values that stand in several bodies, each as ``in_columns`` gives it; ``faces``: each with
        ``same``, the place among these by the name that its body has for it, where there is any.
    """
    shown: list[tuple[str, Any]] = []
    counts: list[int] = []
    places = [_places(face, shown, counts) for face in faces]
    kept = [number for number, count in enumerate(counts) if count > 1]
    told = []
    for face, found in zip(faces, places, strict=True):
        same = {name: kept.index(number) for name, number in found.items() if number in kept}
        told.append(_without(face, same) | {"same": same} if same else face)
    return {"alike": [in_columns(shown[number][1]) for number in kept], "faces": told}


def in_columns(value: Any) -> dict[str, Any]:
    """Write entries that have the same fields, as the sources of a desk, field by field.

    What is like it stands together then, and packs better by a twentieth. Anything else stays under ``plain``.
    """
    entries = list(value.values()) if isinstance(value, dict) else []
    fields = list(entries[0]) if entries and isinstance(entries[0], dict) else []
    if not fields or any(not isinstance(one, dict) or list(one) != fields for one in entries):
        return {"plain": value}
    return {"ids": list(value), "columns": {name: [one[name] for one in entries] for name in fields}}


def _places(face: dict[str, Any], shown: list[tuple[str, Any]], counts: list[int]) -> dict[str, int]:
    """Give the number of each long value of a body; a new one is added to those that were shown."""
    places = {}
    for name, value in face["traits"]["page"].get("body", {}).items():
        if isinstance(value, (dict, list)) and len(value) >= MANY:
            if (name, value) not in shown:
                shown.append((name, value))
                counts.append(0)
            places[name] = shown.index((name, value))
            counts[places[name]] += 1
    return places


def _without(face: dict[str, Any], names: dict[str, int]) -> dict[str, Any]:
    page = face["traits"]["page"]
    body = {name: value for name, value in page["body"].items() if name not in names}
    return face | {"traits": face["traits"] | {"page": page | {"body": body}}}
