"""You and the machine: drafts come after the marks, the student settles each difference, and nothing is judged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from exercises.kinds.annotate import KIND
from exercises.kinds.annotate.beside import pairs_of
from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.machine import MOST_DRAFTS, drafts_of
from exercises.kinds.bring.item import MOST_SENTENCES, Part
from exercises.words import words

COMMON = {"id": "a", "kind": "annotate", "title": "M", "instruction": "M it.", "role": "alone", "text_of": "b"}
ITEM = AnnotateItem(**COMMON, rubric="A", layer="attribution", labels=("source", "cue", "content"))
SURE = AnnotateItem(**COMMON, rubric="C", layer="certainty", labels=("cue", "scope"))
SENTENCES = [
    "Ada Korn said that the bridge is shut.",
    "According to a driver, it may open in about 3 days.",
    "It rained.",
]
PART = {"title": "Mine", "first": 1, "sentences": SENTENCES, "language": "en"}
TEXT = "\n".join(SENTENCES)


def mark(quote, label, group=1):
    start = TEXT.index(quote)
    return {"group": group, "label": label, "start": start, "end": start + len(quote)}


AS_THE_MACHINE = [
    mark("Ada Korn", "source"),
    mark("said", "cue"),
    mark("that the bridge is shut", "content"),
]


def answer(*marks, on=PART, **more):
    return AnnotateAnswer.model_validate({"on": on, "marks": marks, **more})


def settled(**more):
    marks = [mark("a driver", "source"), mark("According to", "cue"), mark("it may open in about 3 days", "content")]
    return {"d2": {"choice": "accepted", "why": "The words name a driver.", "marks": marks}, **more}


def test_a_draft_has_its_words_its_rule_in_a_sentence_and_how_sure_that_is():
    first, second = (one.told() for one in drafts_of(ITEM, Part(**PART)))
    quotes = [(one["label"], TEXT[one["start"] : one["end"]]) for one in second["marks"]]
    assert quotes[:2] == [("source", "a driver"), ("cue", "According to")]
    assert second["rule"] == "“According to” names the source right behind it."
    assert {first["level"], second["level"]} <= {"sure", "look"}


def test_what_both_marked_alike_is_told_apart_from_what_only_one_marked():
    own = answer(*AS_THE_MACHINE, mark("rained", "cue", 2))
    found = [(pair.id, pair.draft is not None, pair.group, pair.alike) for pair in pairs_of(ITEM, own)]
    assert found == [("d1", True, 1, True), ("d2", True, None, False), ("g2", False, 2, False)]


SMALLER = (mark("Ada Korn", "source"), mark("said", "cue"), mark("the bridge is shut", "content"))


def test_a_that_in_front_of_the_content_is_no_difference_as_the_course_says():
    (first, *_) = pairs_of(ITEM, answer(*SMALLER))
    assert first.alike
    (first, *_) = pairs_of(ITEM, answer(*SMALLER[:2], mark("bridge is shut", "content")))
    assert not first.alike
    (first, *_) = pairs_of(ITEM, answer(*SMALLER[:2]))
    assert not first.alike


def test_a_difference_that_was_settled_before_it_was_none_any_more_stands_in_no_ones_way():
    own = answer(*SMALLER, settled=settled(d1={"choice": "dropped", "why": "No.", "group": 1}))
    assert KIND.score(ITEM, own, None).summary.endswith("(taken from the machine: 1, your own words: 1).")


def test_marks_with_a_cue_in_common_go_together_also_where_the_rest_differs():
    (first, *_) = pairs_of(ITEM, answer(mark("Ada", "source", 4), mark("said", "cue", 4)))
    assert (first.group, first.alike) == (4, False)


def test_the_machine_marks_no_scope_so_a_scope_is_no_difference():
    own = answer(mark("may", "cue"), mark("open", "scope"), mark("about", "cue", 2), mark("3 days", "scope", 2))
    assert [pair.alike for pair in pairs_of(SURE, own)] == [True, True]
    said = KIND.score(SURE, own.model_copy(update={"looked": True}), None).summary
    assert said == "You and the machine marked alike: 2. There was nothing to settle."


def test_the_first_check_says_how_many_differences_there_are_and_calls_nothing_wrong():
    result = KIND.score(ITEM, answer(*AS_THE_MACHINE), None)
    assert "Marked alike: 1. Different: 1." in result.remarks[-1].reason
    assert ([one["id"] for one in result.extra["pairs"]], result.out_of) == (["d1", "d2"], 0)
    assert {remark.outcome for remark in result.remarks} == {"note"}


def test_what_was_settled_is_counted_and_told_with_the_students_own_reason():
    own = answer(*AS_THE_MACHINE, settled=settled())
    result = KIND.score(ITEM, own, None)
    assert (
        result.summary
        == "You and the machine marked alike: 1. Differences that you settled: 1 (taken from the machine: 1)."
    )
    (remark,) = result.remarks
    assert (remark.subject, remark.reason) == (
        "“According to” (S2): the draft stands",
        "Your reason: The words name a driver.",
    )
    assert (
        KIND.tell(ITEM, own, None)[4]
        == "A difference from the machine, “According to” (S2): the draft stands. Why: The words name a driver."
    )


def test_each_choice_is_counted_and_told_as_what_it_was_with_its_words_and_sentence():
    own = answer(
        mark("Ada", "source"),
        mark("said", "cue"),
        mark("It", "source", 2),
        mark("rained", "cue", 2),
        mark("3", "cue", 3),
    )
    chosen = {
        "d1": {"choice": "dropped", "why": "A.", "group": 1},
        "d2": {"choice": "dropped", "why": "B."},
        "g2": {"choice": "kept", "why": "C.", "group": 2},
        "g3": {"choice": "dropped", "why": "D.", "group": 3},
    }
    own = own.model_copy(update={"settled": answer(settled=chosen).settled})
    result = KIND.score(ITEM, own, None)
    assert result.summary.endswith(
        "Differences that you settled: 4 (your own words: 2, drafts left out: 1, marks of yours taken out: 1)."
    )
    assert result.remarks[2].subject == "“rained” (S3): your mark stands"
    assert KIND.tell(ITEM, own, None)[6:] == [
        "A difference from the machine, “said” (S1): my own words stand. Why: A.",
        "A difference from the machine, “According to” (S2): the draft is left out. Why: B.",
        "A difference from the machine, “rained” (S3): my own words stand. Why: C.",
        "A difference from the machine, “3” (S2): my own mark is taken out. Why: D.",
    ]


def test_what_was_settled_of_marks_that_are_gone_is_told_without_words():
    own = answer(*AS_THE_MACHINE, settled={"g9": {"choice": "kept", "why": "So.", "group": 9}})
    assert KIND.tell(ITEM, own, None)[-1] == "A difference from the machine: my own words stand. Why: So."


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"d2": {"choice": "", "why": "So."}}, "at least one is still open"),
        ({"d2": {"choice": "kept", "why": "So."}}, "at least one is still open"),
        ({"d2": {"choice": "dropped", "why": "  "}}, "at least one has no reason yet"),
        ({"d2": {"choice": "changed", "why": "So."}}, "mark them first"),
        ({"d1": {"choice": "accepted", "why": "So."}}, "could not be read"),
        ({"d2": {"choice": "accepted", "why": "So.", "marks": [mark("said", "cue")]}}, "could not be read"),
        ({"d2": {"choice": "dropped", "why": "So.", "group": 1}}, "could not be read"),
        ({"d99": {"choice": "accepted", "why": "So."}}, "could not be read"),
        ({"d2": {"choice": "changed", "why": "So.", "marks": [mark("may", "scope")]}}, "no label “scope”"),
    ],
)
def test_what_is_not_settled_is_said_in_one_sentence(more, why):
    with pytest.raises(ValueError, match=why):
        KIND.score(ITEM, answer(*AS_THE_MACHINE, settled=settled(**more)), None)


def test_only_the_marks_are_committed_before_a_draft_is_shown():
    own = answer(*AS_THE_MACHINE, settled=settled())
    assert KIND.first_part(own) == answer(*AS_THE_MACHINE)


@pytest.mark.parametrize("language", ["de", "uk", "other", "unknown"])
def test_a_text_that_may_not_be_english_gets_no_drafts_and_its_marks_are_kept(language):
    own = answer(*AS_THE_MACHINE, on=PART | {"language": language})
    assert pairs_of(ITEM, own) == ()
    assert KIND.score(ITEM, own.model_copy(update={"looked": True}), None).summary == "Your marks are kept as they are."
    assert "Drafting is for English" in KIND.score(ITEM, own, None).remarks[-1].reason


def test_every_rule_that_can_make_a_draft_has_its_sentence():
    rules = words("detect")["rules"]
    assert all(rules[layer] for layer in ("attribution", "certainty"))


LINES = some.lists(
    some.sampled_from(
        ["“", "”", "said ", "The mayor ", "according to ", "that ", "may ", "about 3 ", "😀", ": ", "— ", "it "]
    ),
    min_size=1,
    max_size=25,
).map("".join)


@settings(max_examples=60)
@given(some.lists(LINES.filter(str.strip), min_size=1, max_size=MOST_SENTENCES), some.sampled_from([ITEM, SURE]))
def test_on_any_words_each_mark_of_a_draft_lies_in_one_sentence_and_cuts_no_word(lines, item):
    part = Part(first=1, sentences=lines, language="en")
    text, drafts = part.text, drafts_of(item, part)
    assert len(drafts) <= MOST_DRAFTS
    edges = {edge for one in text.sentences for word in text.words(one.number) for edge in (word.start, word.end)}
    for draft in drafts:
        for span in (span for spans in draft.marks.values() for span in spans):
            assert any(sentence.span.holds(span) for sentence in text.sentences)
            assert {span.start, span.end} <= edges
