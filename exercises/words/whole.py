"""Whether a file of words says all that the interface needs, held against the one in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exercises.files.problems import Problem

NAMED = 12
"""So many missing words are named one by one."""
_PLACE = re.compile(r"\{\{\w+\}\}|\{\w*\}")


def problems_of(file: Path, spoken: dict[str, Any], english: dict[str, Any]) -> list[Problem]:
    """Give what a file of words lacks, or says in another shape than the English one.

    Parameters
    ----------
    file : Path
        The file.
    spoken, english : dict
        What it holds, and what the English one holds. Words that only it has are no fault.
    """
    missing = list(_missing(spoken, english))
    found = [Problem(file, None, f"“{name}” {what}", cure) for name, what, cure in _misshapen(spoken, english)]
    if missing:
        names = ", ".join(f"“{name}”" for name in missing[:NAMED])
        more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
        cure = "Take them over from en.yaml and translate them."
        found.insert(0, Problem(file, None, f"Words are missing: {names}{more}", cure))
    return found


def _missing(spoken: dict[str, Any], english: dict[str, Any], above: str = "") -> Iterator[str]:
    for name, value in english.items():
        if name not in spoken:
            yield f"{above}{name}"
        elif isinstance(value, dict) and isinstance(spoken[name], dict):
            yield from _missing(spoken[name], value, f"{above}{name}.")


def _misshapen(spoken: Any, english: Any, name: str = "") -> Iterator[tuple[str, str, str]]:
    """Give name, fault and cure of what no sentence can be made of."""
    if type(spoken) is not type(english):
        yield name, "has another shape than in en.yaml", "Write it as it is written there."
    elif isinstance(english, dict):
        for key in english.keys() & spoken.keys():
            yield from _misshapen(spoken[key], english[key], f"{name}.{key}".lstrip("."))
    elif name == "dates.months" and len(spoken) != len(english):
        yield name, f"holds {len(spoken)} months", "Write all twelve."
    elif isinstance(english, str):
        yield from _places(spoken, english, name)


def _places(spoken: str, english: str, name: str) -> Iterator[tuple[str, str, str]]:
    known = set(_PLACE.findall(english))
    strange = sorted(set(_PLACE.findall(spoken)) - known)
    if strange:
        there = ", ".join(sorted(known)) or "none"
        yield name, f"has a place {strange[0]} that nothing is put into", f"The places in en.yaml: {there}."
    elif known and set("{}") & set(_PLACE.sub("", spoken)):
        yield name, "has a brace that opens or closes nothing", "Write a place as {name}, as in en.yaml."
