"""An article for a lesson: one sentence a line, nothing hidden, and not too long for a class."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.files.source import hidden_in
from exercises.notebook.fresh.article import MOST_CHARACTERS, MOST_SENTENCES, article_of
from exercises.texts.brought import read_pasted
from exercises.texts.refused import TextRefused


def article(text):
    return article_of(read_pasted(text))


def test_each_sentence_stands_on_a_line_of_its_own_however_the_text_was_broken():
    assert article("It rained,\nshe said. It\nstopped.\n\nA boat came.").file == (
        "It rained, she said.\nIt stopped.\nA boat came.\n"
    )


@pytest.mark.parametrize(
    "hidden", ["&#8238;", "&#82\u200b38;", "\u200b", "\U000e0067", "&ZeroWidthSpace;", "&#8&#8238;238;"]
)
def test_what_a_file_of_a_lesson_may_not_hold_is_not_in_it(hidden):
    file = article(f"The mayor{hidden} said so.").file
    assert hidden_in(file) == ""
    assert "The mayor" in file
    assert "said so." in file


def test_a_text_that_no_class_could_read_is_refused_with_both_bounds():
    with pytest.raises(TextRefused, match="up to 300 sentences and 60,000 letters"):
        article("It rained. " * (MOST_SENTENCES + 1))
    with pytest.raises(TextRefused, match="letters and signs, and this text has"):
        article("rain " * (MOST_CHARACTERS // 5) + "rain in the town")


@given(some.text(max_size=300))
def test_every_line_of_any_text_has_words_and_no_blank_at_its_edge(text):
    try:
        lines = article(text).file.removesuffix("\n").split("\n")
    except TextRefused:
        return
    assert all(line and line == line.strip() for line in lines)
