"""Trains the tagger's weights: ``python -m exercises.detect.training FOLDER`` reads FOLDER/gum_clean.txt."""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exercises.detect.prepared import PLAIN
from exercises.detect.tagging import HUNDREDTHS, WEIGHTS

Tagged = tuple[str, str]

ROUNDS = 8
OFTEN = 6
SEED = 2026
# Smaller weights hardly ever decide, and are two thirds of all.
LEAST = 0.06
# These articles of the corpus are the ones that the detectors are measured on; nothing is learned from them.
MEASURED_ON = frozenset(
    f"GUM_news_{name}"
    for name in "afghan defector expo hackers iodine korea nasa sensitive soccer stampede".split()  # noqa: SIM905
)
_NUMBERED = re.compile(r"[A-Z$]")


def main() -> None:
    """Train on the folder's text, and write the weights beside this module."""
    lines = (Path(sys.argv[1]) / "gum_clean.txt").read_text(encoding="utf-8").splitlines()
    learned = learn(list(sentences(lines)))
    written = json.dumps(learned, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # No date and no name goes into the file: the same text gives the same bytes.
    WEIGHTS.write_bytes(gzip.compress(written.encode("utf-8"), 9, mtime=0))
    print(f"{WEIGHTS.name}: {len(learned['weights'])} features, {WEIGHTS.stat().st_size} bytes")  # noqa: T201


def sentences(lines: list[str]) -> Iterator[list[Tagged]]:
    """Read tagged sentences, with words cut as our tokenizer cuts them.

    Parameters
    ----------
    lines : list of str
        One sentence a line, ``word|TAG`` between blanks; lines with a # name documents.

    Yields
    ------
    list of tuple
        Word and tag.
    """
    document = ""
    for line in lines:
        if line.startswith("# "):
            document = line.removeprefix("# ").strip()
        elif line and document not in MEASURED_ON:
            pairs = [(word.translate(PLAIN), tag) for word, _, tag in (one.rpartition("|") for one in line.split(" "))]
            yield list(_whole(pairs))


def _whole(pairs: list[Tagged]) -> Iterator[Tagged]:
    """Put words with hyphens together again: the corpus cuts them, NLTK's tokenizer does not."""
    current: Tagged | None = None
    hyphen = False
    for word, tag in pairs:
        if tag == "HYPH" and current is not None:
            current, hyphen = (current[0] + "-", current[1]), True
        elif hyphen and current is not None:
            current, hyphen = (current[0] + word, "JJ" if tag in ("VBN", "VBG") else tag), False
        else:
            if current is not None:
                yield current
            current = word, tag
    if current is not None:
        yield current


def learn(tagged: list[list[Tagged]]) -> dict[str, Any]:
    """Train NLTK's tagger.

    Parameters
    ----------
    tagged : list of list of tuple
        Sentences of words with their tags.

    Returns
    -------
    dict
        ``weights`` of features, words ``known`` to have one tag only, and all ``tags``.
    """
    from nltk.tag.perceptron import PerceptronTagger

    # NLTK shuffles with the common source of chance.
    random.seed(SEED)
    taught = PerceptronTagger(load=False)
    taught.train(tagged, nr_iter=ROUNDS)
    weights = {feature: _kept(by_tag) for feature, by_tag in taught.model.weights.items()}
    known = {word: tag for word, tag in {**_unambiguous(tagged), **taught.tagdict}.items() if _NUMBERED.match(tag)}
    return {
        "weights": {name: kept for name, kept in weights.items() if kept},
        "known": known,
        "tags": sorted(taught.classes),
    }


def _unambiguous(tagged: list[list[Tagged]]) -> dict[str, str]:
    """Give words that had the same tag each of several times: looking them up is faster than weighing them."""
    seen = Counter(pair for sentence in tagged for pair in sentence)
    tags = Counter(word for word, _ in seen)
    return {word: tag for (word, tag), times in seen.items() if times >= OFTEN and tags[word] == 1}


def _kept(by_tag: dict[str, float]) -> dict[str, int]:
    return {tag: round(weight * HUNDREDTHS) for tag, weight in by_tag.items() if abs(weight) >= LEAST}


if __name__ == "__main__":
    main()
