"""The kind *rate*: statements are placed on a scale with named steps."""

from exercises.kinds.base import Kind, Recall
from exercises.kinds.rate.item import RateAnswer, RateItem, page, reveal
from exercises.kinds.rate.problems import comparison_problems, problems
from exercises.kinds.rate.score import beside_earlier, score, sureness
from exercises.kinds.rate.tell import tell

_RECALL = Recall(of=lambda item: str(item.compare_with), problems=comparison_problems, result=beside_earlier)
KIND = Kind("rate", RateItem, RateAnswer, page, score, reveal, problems, sureness, recall=_RECALL, tell=tell)
