"""The kind desk: a claim is checked against dated outside sources, with a log of what each shows."""

from exercises.kinds.base import Kind
from exercises.kinds.desk.answer import DeskAnswer
from exercises.kinds.desk.item import DeskItem, problems
from exercises.kinds.desk.page import page, reveal
from exercises.kinds.desk.score import score, sureness
from exercises.kinds.desk.tell import tell

KIND = Kind("desk", DeskItem, DeskAnswer, page, score, reveal, problems, sureness, tell=tell)
