"""The kind *sort*: cards are put into named bins."""

from pathlib import Path

from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper
from exercises.kinds.sort.effort import effort
from exercises.kinds.sort.item import SortAnswer, SortItem, orderless, page, reveal
from exercises.kinds.sort.made_up import made_up
from exercises.kinds.sort.paper import key
from exercises.kinds.sort.problems import problems
from exercises.kinds.sort.score import score
from exercises.kinds.sort.secrets import HIDDEN, secrets
from exercises.kinds.sort.tallied import TALLIED
from exercises.kinds.sort.tell import tell, unknown

KIND = Kind(
    name="sort",
    folder=Path(__file__).parent,
    item=SortItem,
    answer=SortAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    paper=Paper(key),
    orderless=orderless,
    effort=effort,
    tallied=TALLIED,
    made_up=made_up,
)
