"""Drafts what is best worth checking in a part, in a process of its own: no kernel carries the detectors for it."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from exercises.kinds.bring.item import Part
from exercises.words import speaking, words

LANGUAGE = "en"
MOST_RULES = 3
"""Rules that are named of a draft: those that weigh most."""


def drafted(told: dict[str, Any]) -> dict[str, Any]:
    """Draft the claims of a part.

    Parameters
    ----------
    told : dict
        ``data``: a `Part` as JSON in base64. What a page sends is not trusted.

    Returns
    -------
    dict
        ``claims``, the best one first: ``number`` of the sentence in the whole text, and ``rules``, a sentence each.
        Or ``refused``, a sentence.
    """
    try:
        part = Part.model_validate_json(base64.b64decode(told["data"]))
    except (ValidationError, ValueError):
        return {"refused": words("exchange")["shape"]}
    if part.language != LANGUAGE or not part.fits:
        return {"refused": words("evidence")["not_english"]}
    return {"claims": list(_claims(part))}


def _claims(part: Part) -> Iterable[dict[str, Any]]:
    # Imported here: NLTK takes 28 MB and half a second.
    from exercises.detect.claims import top_claims
    from exercises.detect.prepared import prepare

    said, text, taken = words("detect")["rules"]["claims"], part.text, set()
    for claim in top_claims(prepare(text.text)):
        # What the detectors take for a sentence may be a piece of one, or reach into the next.
        number = next((one.number for one in text.sentences if claim.span.start < one.span.end), 0)
        if number and number not in taken:
            taken.add(number)
            yield {"number": part.first + number - 1, "rules": [said[name] for name in claim.rules[:MOST_RULES]]}


def main(arguments: Iterable[str]) -> None:
    """Read from the input, and print what came of it as one line of JSON."""
    language, host = arguments
    with speaking(language, host):
        told = drafted(json.loads(sys.stdin.buffer.read()))
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
