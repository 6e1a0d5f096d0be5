"""The kind *mark*: words of a text are marked with labels, in numbered groups."""

from pathlib import Path

from exercises.kinds.kind import Kind
from exercises.kinds.mark.effort import effort
from exercises.kinds.mark.item import MarkAnswer, MarkItem
from exercises.kinds.mark.made_up import made_up
from exercises.kinds.mark.offers import OFFERS
from exercises.kinds.mark.page import page, reveal
from exercises.kinds.mark.paper import key, layout
from exercises.kinds.mark.problems import problems
from exercises.kinds.mark.rests import rests_on
from exercises.kinds.mark.score import score
from exercises.kinds.mark.secrets import HIDDEN, secrets
from exercises.kinds.mark.tallied import TALLIED
from exercises.kinds.mark.tell import about, tell, unknown
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Reported

KIND = Kind(
    name="mark",
    folder=Path(__file__).parent,
    item=MarkItem,
    answer=MarkAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    rests_on=rests_on,
    paper=Paper(key, layout=layout),
    offers=OFFERS,
    report=Reported(about=about),
    effort=effort,
    tallied=TALLIED,
    made_up=made_up,
)
