"""Words on their way to paper: sentences cut at given marks, and Markdown without HTML and links."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.paper.markdown import headings_of, html_of
from exercises.paper.pages import pieces

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


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a [page](https://example.org) *here*", "<p>a page <em>here</em></p>"),
        ("![alt words](picture.png) and more", "<p> and more</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ],
)
def test_markdown_keeps_words_and_leaves_out_links_pictures_and_html(text, html):
    assert html_of(text).strip() == html


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80))
def test_no_tag_that_an_author_types_reaches_the_page(text):
    tags = set(re.findall(r"</?([a-z0-9]+)", html_of(f"<b>{text}</b>")))
    assert "b" not in tags
    assert "<b>" in unescape(html_of(f"<b>{text}</b>"))


def test_headings_of_the_second_rank_name_the_places():
    assert list(headings_of("## Recall (4 minutes)\n\ntext\n### Not this\n## Exit")) == ["Recall (4 minutes)", "Exit"]
