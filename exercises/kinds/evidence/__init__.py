"""The kind *evidence*: a claim of the student's own text is checked against sources that the student found.

A *desk* lays out claims and sources that we have read: its model, score and results speak of them at every turn. Of a
text that nobody has seen there is neither, so this kind has a log of its own, with the questions of the desk.
"""

from pathlib import Path

from exercises.kinds.bring.page import not_of_bring, part_of
from exercises.kinds.evidence.item import EvidenceAnswer, EvidenceItem
from exercises.kinds.evidence.made_up import made_up
from exercises.kinds.evidence.offers import OFFERS
from exercises.kinds.evidence.page import effort, page, problems, reveal, secrets
from exercises.kinds.evidence.score import score, sureness
from exercises.kinds.evidence.tell import own_words, tell, unknown
from exercises.kinds.kind import Kind, Recall
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Reported

KIND = Kind(
    name="evidence",
    folder=Path(__file__).parent,
    item=EvidenceItem,
    answer=EvidenceAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=(),
    paper=Paper(lambda item, lesson: ()),  # noqa: ARG005 (nothing of ours answers it)
    report=Reported(own_words=own_words),
    sureness=sureness,
    offers=OFFERS,
    recall=Recall(of=lambda item: str(item.text_of), problems=not_of_bring, page=part_of),
    effort=effort,
    made_up=made_up,
    brought_by="exercises.kinds.evidence",
    builds_on="desk",
    in_results=("result",),
)
