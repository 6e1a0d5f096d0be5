"""Model of plain.yaml: the article once more in plain words, sentence by sentence."""

from __future__ import annotations

from pydantic import Field

from exercises.lesson.models.base import Entry, Words
from exercises.lesson.models.claims import SentenceName


class PlainFile(Entry):
    """plain.yaml: what each sentence of the article says, in words for a reader at B1.

    Attributes
    ----------
    sentences : dict of str to str
        The plain version of each sentence, by its name, such as ``S12``; words in round brackets explain the word
        before them.
    """

    sentences: dict[SentenceName, Words] = Field(default_factory=dict)
