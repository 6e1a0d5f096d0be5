"""The kind *choose*: one option, or several, out of a few."""

from pathlib import Path

from exercises.kinds.choose.effort import effort
from exercises.kinds.choose.item import ChooseAnswer, ChooseItem, orderless, page, problems, reveal
from exercises.kinds.choose.made_up import made_up
from exercises.kinds.choose.paper import key
from exercises.kinds.choose.score import score
from exercises.kinds.choose.secrets import HIDDEN, secrets
from exercises.kinds.choose.tallied import TALLIED
from exercises.kinds.choose.tell import tell, unknown
from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Reported

KIND = Kind(
    name="choose",
    folder=Path(__file__).parent,
    item=ChooseItem,
    answer=ChooseAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    paper=Paper(key, votes=True),
    report=Reported(silent_notes=True, retold=True),
    orderless=orderless,
    effort=effort,
    tallied=TALLIED,
    made_up=made_up,
)
