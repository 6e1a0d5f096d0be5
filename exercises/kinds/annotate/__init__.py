"""The kind *annotate*: the student's own text is marked by hand, then set beside what a machine would mark."""

from pathlib import Path

from exercises.kinds.annotate.carrying import carried
from exercises.kinds.annotate.charted import charted
from exercises.kinds.annotate.effort import effort
from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem, first_part
from exercises.kinds.annotate.made_up import made_up
from exercises.kinds.annotate.offers import OFFERS
from exercises.kinds.annotate.page import page, problems, reveal, secrets
from exercises.kinds.annotate.score import score, sureness
from exercises.kinds.annotate.tell import tell, unknown, unshown
from exercises.kinds.bring.page import not_of_bring, part_of
from exercises.kinds.kind import Kind, Recall
from exercises.kinds.printed import Paper

KIND = Kind(
    name="annotate",
    folder=Path(__file__).parent,
    item=AnnotateItem,
    answer=AnnotateAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    unshown=unshown,
    secrets=secrets,
    hidden=(),
    paper=Paper(lambda item, lesson: ()),  # noqa: ARG005 (nothing of ours answers it)
    sureness=sureness,
    recall=Recall(of=lambda item: str(item.text_of), problems=not_of_bring, page=part_of),
    effort=effort,
    first_part=first_part,
    carried=carried,
    made_up=made_up,
    charted=charted,
    offers=OFFERS,
    builds_on="mark",
)
