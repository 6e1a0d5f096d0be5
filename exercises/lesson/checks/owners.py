"""What stands on an outlet goes by who owns it: its link, and a line without a word on its tone."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.files.problems import Problem
from exercises.lesson.folder import LessonFiles
from exercises.lesson.models.lesson import Wording
from exercises.lesson.models.sources import Source
from exercises.words import words
from exercises.words.phrases import matching

UNLINKED = ("sibling", "none")
COUNTRY = 2
"""Words at the beginning of a line on a source, of which one may name its country."""


def owner_problems(files: LessonFiles) -> Iterator[Problem]:
    """Find links that do not go by the owner, and words on the tone of an outlet.

    Parameters
    ----------
    files : LessonFiles
        The files of a sound lesson.
    """
    lines = files.lines["sources"]
    wording = files.info.wording if files.info else Wording()
    tone = matching(words("rules")["press"])
    for number, source in enumerate(files.sources.sources if files.sources else ()):
        for field in ("position", "interest"):
            if found := tone.search(getattr(source, field)):
                what = f"The {field} of {source.id} speaks of tone or of rules for the press (“{found[0]}”)"
                cure = "Say only who owns it, whose words it passes on, and what they have at stake."
                yield lines.problem(what, cure, "sources", number, field)
        if source.link not in UNLINKED and (what := _wrong_link(source, wording)):
            cure = "A link goes by the owner, in every country: mend “link:” or the position."
            yield lines.problem(what, cure, "sources", number, "link")


def _wrong_link(source: Source, wording: Wording) -> str:
    """Say how the link of a source differs from what its line says of the owner; empty if it does not."""
    said = words("rules")
    passed_on = matching(said["passes_on"]).search(source.position)
    owner = source.position[: passed_on.start()] if passed_on else source.position
    found = matching((*said["of_a_state"], *wording.of_a_state)).search(owner)
    if found and source.link != "state-media":
        return f"The line on {source.id} names a state as owner (“{found[0]}”), and its link is “{source.link}”"
    if not found and source.link == "state-media":
        return f"The link of {source.id} is “state-media”, and its line names no state as owner"
    country = matching(wording.of_a_party).search(" ".join(owner.split()[:COUNTRY]))
    if country and source.link == "ok" and not matching(said["owned"]).search(owner):
        return f"The line on {source.id} names a country of the dispute (“{country[0]}”), no owner, and its link is ok"
    return ""
