"""The kind tiles: a sentence in another language is rebuilt in English, word tile by word tile."""

from exercises.kinds.base import Kind
from exercises.kinds.tiles.item import TilesAnswer, TilesItem, page, problems, reveal
from exercises.kinds.tiles.score import score
from exercises.kinds.tiles.tell import tell

KIND = Kind("tiles", TilesItem, TilesAnswer, page, score, reveal, problems, tell=tell)
