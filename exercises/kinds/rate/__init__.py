"""The kind *rate*: statements are placed on a scale with named steps."""

from pathlib import Path

from exercises.kinds.kind import Kind, Recall
from exercises.kinds.printed import Paper
from exercises.kinds.rate.effort import effort
from exercises.kinds.rate.item import RateAnswer, RateItem, orderless, page, reveal
from exercises.kinds.rate.made_up import made_up
from exercises.kinds.rate.paper import key, layout
from exercises.kinds.rate.problems import comparison_problems, problems
from exercises.kinds.rate.score import beside_earlier, score, sureness
from exercises.kinds.rate.secrets import HIDDEN, secrets
from exercises.kinds.rate.support import supported
from exercises.kinds.rate.tallied import TALLIED
from exercises.kinds.rate.tell import tell, unknown
from exercises.kinds.reported import Reported

KIND = Kind(
    name="rate",
    folder=Path(__file__).parent,
    item=RateItem,
    answer=RateAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    paper=Paper(key, layout),
    report=Reported(supported=supported),
    sureness=sureness,
    recall=Recall(of=lambda item: str(item.compare_with), problems=comparison_problems, result=beside_earlier),
    orderless=orderless,
    effort=effort,
    tallied=TALLIED,
    made_up=made_up,
)
