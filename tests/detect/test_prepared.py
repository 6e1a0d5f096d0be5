"""Any text becomes sentences and words whose places are those of the text, in time that grows as the text does."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.detect.attribution.drafts import attributions
from exercises.detect.blocks import blocks
from exercises.detect.prepared import prepare

AWKWARD = st.text(alphabet="Mr. U.S said? “”\"'‘’«»„—–…/-()[]\n\r\t\0\u200b\u200d\u0301é🚌👩‍🚒\u2028")


def sentences(text):
    return [text[sentence.span.start : sentence.span.end] for sentence in prepare(text).sentences]


def tags(text):
    return {word.text: word.tag for sentence in prepare(text).sentences for word in sentence.words}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr. Reed met Sen. Cole in the U.S. on Monday. It rained.",
            ["Mr. Reed met Sen. Cole in the U.S. on Monday.", "It rained."],
        ),
        ("He lives in the U.S. The mill is closed.", ["He lives in the U.S.", "The mill is closed."]),
        ("“Why?” he asked. “No!” Ann Reed said.", ["“Why?” he asked.", "“No!” Ann Reed said."]),
        ("The mill is closed\nBy Ann Reed\n\nIt is.", ["The mill is closed", "By Ann Reed", "It is."]),
        ("A line that a narrow\npage has broken. It\nRains.", ["A line that a narrow\npage has broken.", "It\nRains."]),
        ("• One\r\n• Two", ["• One", "• Two"]),
        ("", []),
        ("\0\u200b", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


def test_words_are_split_beside_every_kind_of_mark_and_keep_their_places():
    text = "“It’s closed”—said O’Neill’s aide…"
    words = [word.text for sentence in prepare(text).sentences for word in sentence.words]
    assert words == ["“", "It", "’s", "closed", "”", "—", "said", "O’Neill", "’s", "aide", "…"]


def test_cues_are_verbs_and_names_are_names_even_if_the_tagger_never_saw_them():
    found = tags("Brown told Quillfeather that WHO advisers favor the plan.")
    assert (found["told"], found["Quillfeather"], found["WHO"]) == ("VBD", "NNP", "NNP")


def test_capitals_of_a_headline_name_nobody():
    assert tags("Mayor Says Old Mill Burned Down Twice Before")["Says"] == "VBZ"


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), AWKWARD))
def test_every_word_lies_in_its_sentence_and_no_two_touch(text):
    prepared = prepare(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(prepared.sentences))
    for sentence in prepared.sentences:
        assert 0 <= sentence.span.start < sentence.span.end <= len(text)
        assert all(one.end <= other.start for one, other in pairwise(sentence.words))
        for word in sentence.words:
            assert sentence.span.start <= word.start < word.end <= sentence.span.end
            assert text[word.start : word.end] == word.text


@settings(max_examples=100, deadline=None)
@given(AWKWARD)
def test_blocks_leave_out_nothing_but_white_space(text):
    kept = "".join(text[start:end] for start, end in blocks(text))
    assert "".join(kept.split()) == "".join(text.split())


def steps(text):
    """Count the calls that preparing and drafting make."""
    count = 0

    def counting(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        attributions(prepare(text))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "Ann Reed, the mayor, said that the mill was closed, adding that it rains. ",
        "said , said and said ",
        "Reed , a , b , c , ",
        "“the dogs’ owner’s’ ",
        "word ",
        "( said ",
        "«x» ‘y ",
        "— said, — ",
    ],
)
def test_twice_the_text_takes_twice_the_steps(piece):
    steps(piece)
    once = 6000 // len(piece)
    assert steps(piece * once * 2) < 2.3 * steps(piece * once)


def test_nltk_is_loaded_only_when_something_is_prepared():
    code = "import sys, exercises.detect.attribution.drafts; sys.exit('nltk' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
