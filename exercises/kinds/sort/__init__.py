"""The kind *sort*: cards are put into named bins."""

from exercises.kinds.base import Kind
from exercises.kinds.sort.item import SortAnswer, SortItem, page, reveal
from exercises.kinds.sort.problems import problems
from exercises.kinds.sort.score import score
from exercises.kinds.sort.tell import tell

KIND = Kind("sort", SortItem, SortAnswer, page, score, reveal, problems, tell=tell)
