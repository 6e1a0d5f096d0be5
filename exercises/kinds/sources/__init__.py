"""The kind *sources*: the sources that a student found in their own text are sorted by how the text names them."""

from pathlib import Path

from exercises.kinds.kind import Kind, Recall
from exercises.kinds.printed import Paper
from exercises.kinds.sources.cards import cards_of, not_of_annotate
from exercises.kinds.sources.charted import charted
from exercises.kinds.sources.item import SourcesAnswer, SourcesItem, effort, page, problems, reveal, secrets
from exercises.kinds.sources.made_up import made_up
from exercises.kinds.sources.score import score, sureness, tell, unknown

KIND = Kind(
    name="sources",
    folder=Path(__file__).parent,
    item=SourcesItem,
    answer=SourcesAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    unknown=unknown,
    secrets=secrets,
    hidden=(),
    paper=Paper(lambda item, lesson: ()),  # noqa: ARG005 (nothing of ours answers it)
    sureness=sureness,
    recall=Recall(of=lambda item: str(item.found_in), problems=not_of_annotate, page=cards_of),
    effort=effort,
    made_up=made_up,
    charted=charted,
    builds_on="sort",
)
