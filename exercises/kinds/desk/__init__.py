"""The kind desk: a claim is checked against dated outside sources, with a log of what each shows."""

from pathlib import Path

from exercises.kinds.desk.answer import DeskAnswer
from exercises.kinds.desk.effort import effort
from exercises.kinds.desk.item import DeskItem, problems
from exercises.kinds.desk.made_up import made_up
from exercises.kinds.desk.offers import OFFERS
from exercises.kinds.desk.page import page, reveal
from exercises.kinds.desk.paper import by_envelope, deck, key, key_by_day, laid_out
from exercises.kinds.desk.rests import rests_on
from exercises.kinds.desk.rubric import levels
from exercises.kinds.desk.score import score, sureness
from exercises.kinds.desk.secrets import HIDDEN, secrets
from exercises.kinds.desk.tallied import TALLIED
from exercises.kinds.desk.tell import own_words, tell, unknown
from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Reported

KIND = Kind(
    name="desk",
    folder=Path(__file__).parent,
    item=DeskItem,
    answer=DeskAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    rests_on=rests_on,
    paper=Paper(key, deck=deck, laid_out=laid_out, by_envelope=by_envelope, key_by_day=key_by_day),
    report=Reported(own_words=own_words),
    levels=levels,
    sureness=sureness,
    offers=OFFERS,
    effort=effort,
    tallied=TALLIED,
    made_up=made_up,
    in_results=("result",),
)
