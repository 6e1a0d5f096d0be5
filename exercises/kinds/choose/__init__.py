"""The kind *choose*: one option, or several, out of a few."""

from exercises.kinds.base import Kind
from exercises.kinds.choose.item import ChooseAnswer, ChooseItem, page, problems, reveal
from exercises.kinds.choose.score import score
from exercises.kinds.choose.tell import tell

KIND = Kind("choose", ChooseItem, ChooseAnswer, page, score, reveal, problems, tell=tell)
