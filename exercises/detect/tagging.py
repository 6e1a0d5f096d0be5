"""NLTK's part-of-speech tagger with weights of our own, read from a file beside this one."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from exercises.detect.repairs import closed_words, known_words

WEIGHTS = Path(__file__).with_name("tagger.json.gz")
# Weights are kept as whole hundredths: their sums are exact on every computer.
HUNDREDTHS = 100


@cache
def tagger() -> Any:
    """Give the tagger, ready to tag.

    Returns
    -------
    nltk.tag.perceptron.PerceptronTagger
        Its method ``tag`` takes the words of one sentence.
    """
    # Imported here: NLTK takes 28 MB and half a second, and most notebooks detect nothing.
    from nltk.tag.perceptron import PerceptronTagger

    # NLTK itself opens files only in folders of its own, so that the file is read here.
    learned = json.loads(gzip.decompress(WEIGHTS.read_bytes()))
    made = PerceptronTagger(load=False)
    made.model.weights = learned["weights"]
    capitals = {word.capitalize(): tag for word, tag in closed_words().items()}
    made.tagdict = {**learned["known"], **known_words(), **capitals}
    made.classes = made.model.classes = set(learned["tags"])
    made._get_features = _features  # noqa: SLF001 - NLTK's own, written without a loop
    made.model.predict = _predicting(learned["weights"], learned["tags"])
    return made


def _features(at: int, word: str, context: Sequence[str], before: str, before_that: str) -> dict[str, int]:
    """Give the features that NLTK's tagger looks at, in half its time; the context begins two places earlier."""
    last, this, following = context[at + 1], context[at + 2], context[at + 3]
    return dict.fromkeys(
        (
            "bias",
            f"i suffix {word[-3:]}",
            f"i pref1 {word[:1]}",
            f"i-1 tag {before}",
            f"i-2 tag {before_that}",
            f"i tag+i-2 tag {before} {before_that}",
            f"i word {this}",
            f"i-1 tag+i word {before} {this}",
            f"i-1 word {last}",
            f"i-1 suffix {last[-3:]}",
            f"i-2 word {context[at]}",
            f"i+1 word {following}",
            f"i+1 suffix {following[-3:]}",
            f"i+2 word {context[at + 4]}",
        ),
        1,
    )


def _predicting(weights: dict[str, dict[str, int]], tags: Iterable[str]) -> Callable[..., tuple[str, None]]:
    """Give NLTK's choice of the best tag, several times faster: the weights of a feature are one row of a table."""
    import numpy as np

    # Of two tags with one score the later in the alphabet wins, as NLTK has it.
    columns = sorted(tags, reverse=True)
    rows = {feature: number for number, feature in enumerate(weights)}
    table = np.zeros((len(rows), len(columns)), dtype=np.int32)
    for feature, row in rows.items():
        for tag, weight in weights[feature].items():
            table[row, columns.index(tag)] = weight

    def predict(features: Iterable[str], _return_conf: object = None) -> tuple[str, None]:
        known = [rows[feature] for feature in features if feature in rows]
        return columns[int(table.take(known, axis=0).sum(axis=0).argmax())], None

    return predict
