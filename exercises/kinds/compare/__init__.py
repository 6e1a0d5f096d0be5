"""The kind *compare*: the versions of a statement are laid side by side, and the step is found at which one changed."""

from exercises.kinds.base import Kind
from exercises.kinds.compare.item import CompareAnswer, CompareItem
from exercises.kinds.compare.page import page, reveal
from exercises.kinds.compare.problems import problems
from exercises.kinds.compare.score import score
from exercises.kinds.compare.tell import tell

KIND = Kind("compare", CompareItem, CompareAnswer, page, score, reveal, problems, tell=tell)
