"""The kind *write*: a short text is written, compared with samples, and rated by its writer."""

from exercises.kinds.base import Kind, Recall
from exercises.kinds.write.item import WriteAnswer, WriteItem, first_part, page, reveal, then
from exercises.kinds.write.problems import beginning_problems, problems
from exercises.kinds.write.score import score, sureness
from exercises.kinds.write.tell import tell

_RECALL = Recall(of=lambda item: str(item.starts_from), problems=beginning_problems, page=then)
KIND = Kind("write", WriteItem, WriteAnswer, page, score, reveal, problems, sureness, _RECALL, first_part, tell=tell)
