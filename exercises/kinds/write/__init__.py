"""The kind *write*: a short text is written, compared with samples, and rated by its writer."""

from pathlib import Path

from exercises.kinds.kind import Kind, Recall
from exercises.kinds.printed import Paper
from exercises.kinds.reported import Reported
from exercises.kinds.write.effort import effort
from exercises.kinds.write.item import WriteAnswer, WriteItem, first_part, page, reveal, then
from exercises.kinds.write.made_up import made_up
from exercises.kinds.write.paper import key, rated
from exercises.kinds.write.problems import beginning_problems, problems
from exercises.kinds.write.score import levels, score, sureness
from exercises.kinds.write.secrets import HIDDEN, secrets
from exercises.kinds.write.tell import own_words, tell, unknown, untold

KIND = Kind(
    name="write",
    folder=Path(__file__).parent,
    item=WriteItem,
    answer=WriteAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=HIDDEN,
    paper=Paper(key, rated=rated),
    report=Reported(own_words=own_words, untold=untold),
    levels=levels,
    sureness=sureness,
    recall=Recall(of=lambda item: str(item.starts_from), problems=beginning_problems, page=then),
    first_part=first_part,
    effort=effort,
    made_up=made_up,
)
