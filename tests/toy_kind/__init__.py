"""The kind *toy*: a number is guessed. It shows what a new kind needs, and nothing that it does not need."""

from pathlib import Path

from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper
from toy_kind.item import ToyAnswer, ToyItem, key, page, problems, reveal, secrets, tell
from toy_kind.score import score

KIND = Kind(
    name="toy",
    folder=Path(__file__).parent,
    item=ToyItem,
    answer=ToyAnswer,
    page=page,
    score=score,
    reveal=reveal,
    problems=problems,
    tell=tell,
    secrets=secrets,
    hidden=("number", "why"),
    paper=Paper(key),
    words={"guess": "Your guess"},
)
