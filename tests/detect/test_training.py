"""The weights are learned from tagged text, the same text to the same bytes, and ship with their credits."""

from __future__ import annotations

import os
import subprocess
import sys

import exercises.detect.training as training
from exercises.detect.tagging import WEIGHTS, tagger

LINES = [
    "# GUM_news_korea",
    "Left|VBD out|RP",
    "# GUM_speech_made_up",
    *["The|DT well|RB -|HYPH known|VBN mill|NN closed|VBD .|."] * 30,
]


def test_words_with_hyphens_are_joined_and_measured_articles_left_out():
    (sentence, *_) = training.sentences(LINES)
    assert sentence[:3] == [("The", "DT"), ("well-known", "JJ"), ("mill", "NN")]


def test_the_same_text_gives_the_same_bytes_in_every_process(tmp_path, monkeypatch):
    (tmp_path / "gum_clean.txt").write_text("\n".join(LINES), "utf-8")
    code = (
        "import sys, pathlib, exercises.detect.training as t; t.WEIGHTS = pathlib.Path(sys.argv[2]);"
        "sys.argv = [sys.argv[0], sys.argv[1]]; t.main()"
    )
    written = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.json.gz"
        done = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path), str(file)], check=True, env=done, capture_output=True
        )
        written.append(file.read_bytes())
    assert written[0] == written[1]


def test_the_shipped_weights_are_small_and_name_their_origin():
    assert WEIGHTS.stat().st_size < 500_000
    told = WEIGHTS.with_name("tagger.credits.md").read_text("utf-8")
    assert all(name in told for name in ("Amir Zeldes", "Wikinews", "CC BY 2.5", "CC BY 4.0"))


def test_the_faster_choice_of_a_tag_is_nltks_own():
    from nltk.tag.perceptron import AveragedPerceptron, PerceptronTagger

    quick = tagger()
    slow = PerceptronTagger(load=False)
    slow.model = AveragedPerceptron(quick.model.weights)
    slow.tagdict = quick.tagdict
    slow.classes = slow.model.classes = quick.classes
    words = [
        "The",
        "mayor",
        "closed",
        "the",
        "old",
        "mill",
        "in",
        "1987",
        "and",
        "well-known",
        "owners",
        "wanted",
        "it",
    ]
    assert quick.tag(words) == slow.tag(words)
