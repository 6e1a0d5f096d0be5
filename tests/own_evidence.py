"""An exercise *evidence* and answers to it, for tests."""

from exercises.kinds.evidence.item import EvidenceAnswer, EvidenceItem

ITEM = EvidenceItem(
    id="e", kind="evidence", title="Check", instruction="Check it.", role="alone", rubric="D", text_of="b"
)
CLAIM = {"title": "Mine", "number": 7, "sentence": "The bridge has been shut since May.", "own": ""}
TOWN = {
    "id": "s1",
    "who": "The town",
    "where": "List of works",
    "day": "2026-05-02",
    "read": "2026-06-01",
    "tells": "It was shut on 2 May.",
    "shows": "supports",
    "near": "party",
    "same_as": "",
}
PAPER = TOWN | {"id": "s2", "who": "Lenz Post", "day": "2026-05-03", "near": "repeats", "same_as": "s1"}
DRIVER = TOWN | {
    "id": "s3",
    "who": "A driver",
    "day": "",
    "read": "2026-06-03",
    "shows": "contradicts",
    "near": "saw-it",
}
WHOLE = {
    "claim": CLAIM,
    "log": [TOWN, PAPER],
    "searched": "",
    "said": "yes",
    "so": "holds",
    "as_of": "2026-06-01",
    "reason": "The list names the day.",
    "change": "A photo of an open bridge.",
    "sure": 3,
}


def answer(**more):
    """Give a whole answer, with some of it changed."""
    return EvidenceAnswer.model_validate(WHOLE | more)
