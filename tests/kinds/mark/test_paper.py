"""A sentence on paper is cut at the marks that are given, and no letter of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from exercises.kinds.mark.paper import pieces

SENTENCE = {"start": 100, "text": "The mayor said that the bridge may stay closed."}
LAST = 100 + len(SENTENCE["text"])


def mark(first: int, last: int, label: str = "source") -> dict:
    return {"start": first, "end": last, "label": label}


def test_a_given_mark_is_cut_out_with_its_label():
    cut = pieces(SENTENCE, [mark(110, 114, "cue"), mark(100, 109)])
    assert [(piece["text"], piece["label"]) for piece in cut] == [
        ("The mayor", "source"),
        (" ", ""),
        ("said", "cue"),
        (" that the bridge may stay closed.", ""),
    ]


def test_a_mark_of_another_sentence_changes_nothing():
    assert pieces(SENTENCE, [mark(0, 9), mark(LAST, LAST + 5)]) == [{"text": SENTENCE["text"], "label": ""}]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=6))
def test_whatever_is_marked_no_letter_of_the_sentence_is_lost_or_doubled(spans):
    marks = [mark(start, min(start + length, LAST)) for start, length in spans if start < LAST]
    assert "".join(piece["text"] for piece in pieces(SENTENCE, marks)) == SENTENCE["text"]
