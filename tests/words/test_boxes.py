"""What the boxes of an exercise say of two answers is true wherever the answers are kept, also for now only."""

import pytest

from exercises.words import words

ABOUT_ANSWERS = ("draft_held", "draft_stands", "changed_ask", "other_answer", "my_answer", "came", "changed")


@pytest.mark.parametrize("name", ABOUT_ANSWERS)
def test_no_box_calls_an_answer_saved_beside_a_bar_that_may_say_kept_for_now_only(name):
    assert "saved" not in words("kit")[name]
