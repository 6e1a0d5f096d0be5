"""The kind tiles: a sentence in another language is rebuilt in English, word tile by word tile."""

from exercises.kinds.base import Kind
from exercises.kinds.tiles.item import TilesAnswer, TilesItem, page, problems, reveal
from exercises.kinds.tiles.score import score

KIND = Kind(name="tiles", item=TilesItem, answer=TilesAnswer, page=page, score=score, reveal=reveal, problems=problems)
