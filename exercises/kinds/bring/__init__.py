"""The kind *bring*: a text of the student's own is brought, and the part chosen that the next exercises work on."""

from pathlib import Path

from exercises.kinds.bring.effort import effort
from exercises.kinds.bring.item import BringAnswer, BringItem
from exercises.kinds.bring.made_up import made_up
from exercises.kinds.bring.page import page, problems, reveal, secrets
from exercises.kinds.bring.score import score, sureness
from exercises.kinds.bring.tell import own_words, tell, unshown
from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Reported

KIND = Kind(
    name="bring",
    folder=Path(__file__).parent,
    item=BringItem,
    answer=BringAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unshown=unshown,
    secrets=secrets,
    hidden=(),
    paper=Paper(lambda item, lesson: ()),  # noqa: ARG005 (nothing of ours answers it)
    report=Reported(own_words=own_words),
    sureness=sureness,
    effort=effort,
    made_up=made_up,
    brought_by="exercises.texts",
)
