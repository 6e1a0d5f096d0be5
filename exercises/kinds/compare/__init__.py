"""The kind *compare*: the versions of a statement are laid side by side, and the step is found at which one changed."""

from pathlib import Path

from exercises.kinds.compare.effort import effort
from exercises.kinds.compare.item import CompareAnswer, CompareItem
from exercises.kinds.compare.made_up import made_up
from exercises.kinds.compare.page import page, reveal
from exercises.kinds.compare.paper import deck, key
from exercises.kinds.compare.problems import problems
from exercises.kinds.compare.rests import rests_on
from exercises.kinds.compare.score import score
from exercises.kinds.compare.secrets import HIDDEN, secrets
from exercises.kinds.compare.tallied import TALLIED
from exercises.kinds.compare.tell import tell, unknown
from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper

KIND = Kind(
    name="compare",
    folder=Path(__file__).parent,
    item=CompareItem,
    answer=CompareAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    rests_on=rests_on,
    paper=Paper(key, deck=deck),
    effort=effort,
    tallied=TALLIED,
    made_up=made_up,
)
