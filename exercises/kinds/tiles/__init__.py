"""The kind tiles: a sentence in another language is rebuilt in that of the lesson, word tile by word tile."""

from pathlib import Path

from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Reported
from exercises.kinds.tiles.effort import effort
from exercises.kinds.tiles.item import TilesAnswer, TilesItem, orderless, page, problems, reveal
from exercises.kinds.tiles.made_up import made_up
from exercises.kinds.tiles.paper import key
from exercises.kinds.tiles.score import score
from exercises.kinds.tiles.secrets import HIDDEN, secrets
from exercises.kinds.tiles.tell import tell, unknown

KIND = Kind(
    name="tiles",
    folder=Path(__file__).parent,
    item=TilesItem,
    answer=TilesAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    paper=Paper(key),
    report=Reported(silent_notes=True),
    orderless=orderless,
    effort=effort,
    made_up=made_up,
)
