"""Points and remarks for marks, as a student reads them."""

import pytest
from small_lesson import change

from exercises.kinds.mark import KIND
from exercises.kinds.mark.item import MarkAnswer, MarkItem
from exercises.lesson.load import load_lesson

COMMON = {"id": "m", "kind": "mark", "title": "Mark", "instruction": "Mark it.", "role": "alone", "rubric": "A"}
MAYOR = [
    (1, "source", "The mayor of Dovhe"),
    (1, "cue", "said"),
    (1, "content", "the old bridge may stay closed until May"),
]


@pytest.fixture
def lesson(small_lesson):
    return load_lesson(small_lesson)


def item(**fields):
    usual = {"sentences": [1], "layer": "attribution", "labels": ["source", "cue", "content"], "targets": ["A01a"]}
    return MarkItem.model_validate(COMMON | usual | fields)


def certainty(**fields):
    return item(**({"layer": "certainty", "labels": ["cue", "scope"], "targets": ["H01a"]} | fields))


def marks(lesson, *given, text="article"):
    """Make an answer of (number, label, words); the words mean their first place in the text."""
    whole = lesson.texts[text].text
    found = []
    for group, label, words in given:
        start = whole.index(words)
        found.append({"group": group, "label": label, "start": start, "end": start + len(words)})
    return MarkAnswer.model_validate({"marks": found})


def score(lesson, exercise, *given):
    return KIND.score(exercise, marks(lesson, *given), lesson)


def remark(result, subject):
    return next(remark for remark in result.remarks if remark.subject.startswith(subject))


def test_the_keys_own_answer_is_right_and_every_part_has_its_reason(lesson):
    result = score(lesson, item(), *MAYOR)
    assert (result.points, result.out_of, result.right) == (3, 3, True)
    assert result.summary == "3 of 3 parts right."
    assert remark(result, "Cue: “said”").reason == "This verb adds nothing of its own."


def test_what_show_me_reveals_earns_everything(lesson):
    for exercise in (item(), item(free=True, targets=[], sentences=[1, 2, 3]), certainty(), item(given=["source"])):
        result = KIND.score(exercise, MarkAnswer.model_validate(KIND.reveal(exercise, lesson)), lesson)
        assert result.points == result.out_of
        assert result.right


def test_an_empty_answer_earns_nothing_and_says_what_was_missed(lesson):
    result = score(lesson, item())
    assert (result.points, result.right, result.summary) == (0, False, "0 of 3 parts right, 3 missed.")


def test_an_accepted_alternative_is_said_to_be_one_and_earns_everything(lesson):
    result = score(lesson, item(), (1, "source", "mayor of Dovhe"), *MAYOR[1:])
    assert (result.points, result.summary) == (3, "3 of 3 parts right.")
    found = remark(result, "Source")
    assert found.outcome == "accepted"
    assert "“The mayor of Dovhe”" in found.reason


def test_words_left_out_and_words_too_many_are_quoted(lesson):
    result = score(lesson, item(), *MAYOR[:2], (1, "content", "that the old bridge may stay closed"))
    found = remark(result, "Content")
    assert found.outcome == "nearly"
    assert "Your mark leaves out “until May”." in found.reason
    assert "Your mark takes in “that”" in found.reason
    assert result.summary == "3 of 3 parts found, 1 of them not word for word."


def test_the_signs_of_the_parts_add_up_to_the_count(lesson):
    content = (1, "content", "the old bridge may stay closed"), (1, "cue", "said on Monday")
    result = score(lesson, item(), MAYOR[0], *content)
    assert [one.outcome for one in result.remarks] == ["right", "part", "nearly"]
    assert result.summary == "2 of 3 parts found, 1 of them not word for word, 1 only partly."


def test_the_count_says_the_same_as_the_points_beside_it(lesson):
    alone = item(labels=["content"])
    one_more = score(lesson, alone, (1, "content", "that the old bridge may stay closed until May"))
    assert (round(one_more.points, 2), one_more.right) == (0.93, True)  # 16 of 17 words, and one in eight of the others
    assert one_more.summary == "1 of 1 parts found, 1 of them not word for word."
    half = score(lesson, alone, (1, "content", "the old bridge"))
    assert (half.points < 0.75, half.right) == (True, False)
    assert half.summary == "0 of 1 parts right, 1 only partly."


def test_what_other_marks_cost_is_said_beside_the_count(lesson):
    result = score(lesson, item(**FOUR_PARTS), *THREE_FOUND, (3, "source", "Monday"))
    assert (result.points, result.out_of) == (2.95, 4)
    assert result.summary == "3 of 4 parts right, 1 missed, 1 extra, which took something off the points."


def test_a_wrong_label_is_named_with_both_labels_and_keeps_the_answer_from_being_right(lesson):
    result = score(lesson, item(), (1, "cue", "The mayor of Dovhe"), (1, "source", "said"), MAYOR[2])
    found = remark(result, "Source: “The mayor of Dovhe”")
    assert found.outcome == "wrong-label"
    assert "the cue" in found.reason
    assert "the source" in found.reason
    assert not result.right


FOUR_PARTS = {"sentences": [1, 3], "labels": ["source", "cue"], "targets": ["A01a", "A03a"]}
THREE_FOUND = (*MAYOR[:2], (2, "cue", "claimed"))


def test_three_of_four_points_count_as_right_and_one_word_on_nothing_more_does_not(lesson):
    result = score(lesson, item(**FOUR_PARTS), *THREE_FOUND)
    assert (result.points, result.out_of, result.right) == (3, 4, True)
    below = score(lesson, item(**FOUR_PARTS), *THREE_FOUND, (3, "source", "Monday"))
    assert (below.points, below.right) == (2.95, False)  # one word on nothing costs 1/20


def test_with_a_label_mixed_up_three_of_four_points_do_not_count_as_right(lesson):
    result = score(lesson, item(**FOUR_PARTS), *THREE_FOUND, (3, "cue", "Shopkeepers on the river road"))
    assert (result.points, result.right) == (3, False)
    assert result.summary == "3 of 4 parts right, 1 with another label."


def test_with_several_sentences_every_remark_names_its_own(lesson):
    result = score(lesson, item(sentences=[1, 3], targets=["A01a", "A03a"]), *MAYOR)
    assert remark(result, "S3, cue: “claimed”").outcome == "missed"


def test_everything_marked_earns_nothing(lesson):
    whole = (lesson.article.sentence(1).text).rstrip(".")
    result = score(lesson, item(), *((1, label, whole) for label in ("source", "cue", "content")))
    assert result.points == 0


def test_a_mark_on_the_reporters_own_words_gets_that_clauses_reason(lesson):
    exercise = item(sentences=[1, 2])
    result = score(lesson, exercise, *MAYOR, (2, "content", "the bridge has stood since 1902"))
    found = remark(result, "S2, content: “the bridge has stood since 1902”")
    assert found.outcome == "extra"
    assert "Anyone can look it up." in found.reason
    assert result.points < 3
    assert result.summary == "3 of 3 parts right, 1 extra, which took something off the points."


def test_another_attribution_that_was_not_asked_for_is_praised_and_costs_nothing(lesson):
    result = score(lesson, item(sentences=[1, 3]), *MAYOR, (2, "cue", "claimed"))
    assert remark(result, "S3, cue: “claimed”").outcome == "note"
    assert result.points == 3


def test_a_mark_on_anything_else_says_what_to_look_for(lesson):
    result = score(lesson, item(), *MAYOR, (2, "source", "on Monday"))
    found = remark(result, "Source: “on Monday”")
    assert found.outcome == "extra"
    assert "Look for" in found.reason


def test_an_attribution_that_names_nobody_asks_for_no_source_and_says_so(lesson):
    result = score(lesson, item(sentences=[2], targets=["A02a"]), (1, "cue", "reportedly"))
    assert result.out_of == 2
    assert remark(result, "Source: nobody is named").outcome == "note"


def test_given_marks_are_not_scored_but_explained(lesson):
    exercise = item(given=["source"])
    result = score(lesson, exercise, *MAYOR)
    assert (result.points, result.out_of) == (2, 2)
    assert remark(result, "Source").outcome == "note"
    assert score(lesson, exercise, *MAYOR[:1]).points == 0


SHOPKEEPERS = [
    (2, "source", "Shopkeepers on the river road"),
    (2, "cue", "claimed"),
    (2, "content", "half of the customers of the road have stopped coming"),
]


def swapped(*parts):
    return [(3 - group, label, words) for group, label, words in parts]


def test_numbers_count_only_where_given_marks_carry_them_and_there_is_a_choice(lesson):
    both = {"sentences": [1, 3], "targets": ["A01a", "A03a"]}
    assert score(lesson, item(**both), *swapped(*MAYOR, *SHOPKEEPERS)).points == 6
    assert score(lesson, item(**both, given=["source"]), *MAYOR[1:], *SHOPKEEPERS[1:]).points == 4
    assert score(lesson, item(**both, given=["source"]), *swapped(*MAYOR[1:], *SHOPKEEPERS[1:])).points < 4
    assert score(lesson, item(given=["source"]), *swapped(*MAYOR[1:])).points == 2


BOTH = {"sentences": [1, 3], "targets": ["A01a", "A03a"]}


def all_in_one_group(*parts):
    return [(1, label, words) for _, label, words in parts]


def test_two_sources_in_one_group_are_told_what_a_group_is_and_chip_and_reason_agree(lesson):
    result = score(lesson, item(**BOTH), *all_in_one_group(*MAYOR, *SHOPKEEPERS))
    moved = [one for one in result.remarks if one.outcome == "other-group"]
    assert len(moved) == 3
    assert all("not the group that they belong to" in one.reason for one in moved)
    assert all("In one group stand one source, its cue and its content." in one.reason for one in moved)
    assert result.summary == "0 of 6 parts right, 3 only partly, 3 in another group."
    assert not result.right
    beside = [one.reason for one in result.remarks if one.outcome == "part"]
    assert all("in this same group" in reason for reason in beside)


def test_where_there_is_one_group_nobody_hears_of_groups(lesson):
    result = score(lesson, item(), *MAYOR, (1, "source", "Monday"))
    assert "you also marked words elsewhere" in remark(result, "Source: “The mayor").reason
    assert not any("group" in one.reason for one in result.remarks)


def test_that_somebody_said_it_is_not_taken_for_the_thing_itself(small_lesson):
    change(small_lesson / "claims.yaml", "kind: prediction", "kind: attribution")
    fact = remark(score(load_lesson(small_lesson), item(), *MAYOR), "Content").fact
    assert "another question" not in fact  # a claim without a verdict says nothing that could be misread
    change(small_lesson / "key.yaml", "claims: [C2]", "claims: [C1]")
    change(small_lesson / "claims.yaml", "kind: factual-checkable", "kind: attribution")
    fact = remark(score(load_lesson(small_lesson), item(), *MAYOR), "Content").fact
    # Beside this one, “holds” would be read as a verdict on what was said.
    assert fact.endswith(
        "Was it said? it has no speaker (as of 2 May 2025). Is the thing itself so? That is another question."
    )


def test_the_verdict_can_be_kept_for_a_later_notebook_which_is_named(small_lesson):
    change(small_lesson / "key.yaml", "claims: [C2]", "claims: [C1]")
    lesson = load_lesson(small_lesson)
    assert remark(score(lesson, item(so_later="one"), *MAYOR), "Content").fact == (
        "Form: attributed, to a role without a name.\n"
        "The claim “the bridge has stood since 1902”: Was it said? it has no speaker (as of 2 May 2025). "
        "Is it so? You check that later, in “One bridge”."
    )


def test_what_gets_no_verdict_keeps_its_note_where_verdicts_come_later(lesson):
    fact = remark(score(lesson, item(so_later="one"), *MAYOR), "Content").fact
    assert "Not judged here: A forecast gets no verdict." in fact


def test_fact_stands_apart_from_form_and_only_with_the_content(small_lesson):
    change(small_lesson / "key.yaml", "claims: [C2]", "claims: [C1]")
    result = score(load_lesson(small_lesson), item(), *MAYOR)
    assert remark(result, "Content").fact == (
        "Form: attributed, to a role without a name.\n"
        "The claim “the bridge has stood since 1902”: Was it said? it has no speaker (as of 2 May 2025). "
        "Is it so? disputed, no independent check (as of 2 May 2025), holds (as of 10 June 2025). "
        "Also accepted: cannot be tested as worded."
    )
    assert remark(result, "Cue").fact == ""


def test_what_is_not_judged_gets_its_note_instead_of_a_verdict(lesson):
    fact = remark(score(lesson, item(), *MAYOR), "Content").fact
    assert "Was it said? yes (as of 1 May 2025)." in fact
    assert "Not judged here: A forecast gets no verdict." in fact


def test_a_fact_is_told_whether_or_not_the_part_was_found(lesson):
    assert remark(score(lesson, item()), "Content").fact == remark(score(lesson, item(), *MAYOR), "Content").fact


def test_a_sign_of_certainty_says_whose_doubt_it_is_and_of_what_kind(lesson):
    result = score(lesson, certainty(), (1, "cue", "may "), (1, "scope", "stay closed until May"))
    assert result.right
    reason = remark(result, "Signal word: “may”").reason
    assert "the source’s" in reason
    assert "a modal verb" in reason
    assert "Also accepted: one cannot tell whose." in reason
    assert "“may”" in remark(result, "Scope").reason


def test_another_kind_that_can_be_defended_is_named_too(small_lesson):
    change(small_lesson / "key.yaml", "[{whose: cannot-tell}]", "[{kind: conditional}]")
    lesson = load_lesson(small_lesson)
    marks = (1, "cue", "may "), (1, "scope", "stay closed until May")
    reason = remark(score(lesson, certainty(whose_later=True), *marks), "Signal word: “may”").reason
    assert reason == "Kind: a modal verb. Also accepted: a condition. The month is not settled."


def test_whose_doubt_it_is_can_be_kept_back_for_a_later_exercise(lesson):
    marks = (1, "cue", "may "), (1, "scope", "stay closed until May")
    reason = remark(score(lesson, certainty(whose_later=True), *marks), "Signal word: “may”").reason
    assert reason == "Kind: a modal verb. The month is not settled."


def test_a_tempting_word_that_is_no_sign_of_certainty_gets_its_own_reason(lesson):
    result = score(lesson, certainty(sentences=[1, 3]), (1, "cue", "half"))
    assert "how many and not how sure" in remark(result, "S3, signal word: “half”").reason


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"label": "scope"}, "no label “scope”"),
        ({"end": 10**6}, "outside the text"),
        ({"end": 90}, "crosses from one sentence into the next"),
        ({"start": 100, "end": 105}, "does not show"),
    ],
)
def test_a_mark_that_the_exercise_cannot_have_is_refused_in_a_sentence(lesson, change, said):
    answer = MarkAnswer.model_validate({"marks": [{"group": 1, "label": "cue", "start": 70, "end": 75} | change]})
    with pytest.raises(ValueError, match=said):
        KIND.score(item(), answer, lesson)


def test_a_mark_may_end_with_the_text_and_not_behind_it(lesson):
    end = len(lesson.texts["article"].text)
    last = item(sentences=[3], targets=["A03a"])

    def marked_to(place):
        mark = {"group": 1, "label": "content", "start": end - 8, "end": place}
        return KIND.score(last, MarkAnswer.model_validate({"marks": [mark]}), lesson)

    assert marked_to(end).out_of == 3
    with pytest.raises(ValueError, match="outside the text"):
        marked_to(end + 1)
