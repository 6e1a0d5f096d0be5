"""The kind *mark*: words of a text are marked with labels, in numbered groups."""

from exercises.kinds.base import Kind
from exercises.kinds.mark.item import MarkAnswer, MarkItem
from exercises.kinds.mark.page import page, reveal
from exercises.kinds.mark.problems import problems
from exercises.kinds.mark.score import score
from exercises.kinds.mark.tell import tell

KIND = Kind("mark", MarkItem, MarkAnswer, page, score, reveal, problems, tell=tell)
