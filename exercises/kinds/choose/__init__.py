"""The kind *choose*: one option, or several, out of a few."""

from exercises.kinds.base import Kind
from exercises.kinds.choose.item import ChooseAnswer, ChooseItem, page, problems, reveal
from exercises.kinds.choose.score import score

KIND = Kind("choose", ChooseItem, ChooseAnswer, page, score, reveal, problems)
