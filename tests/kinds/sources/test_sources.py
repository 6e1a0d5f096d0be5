"""The kind *sources*: the sources that stand in the end are cards, are sorted and counted, and nothing is judged."""

import pytest

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.standing import standing_groups
from exercises.kinds.base import Earlier
from exercises.kinds.sources import KIND
from exercises.kinds.sources.cards import cards_of, not_of_annotate
from exercises.kinds.sources.item import SourcesAnswer, SourcesItem

COMMON = {"title": "T", "instruction": "Do it.", "role": "alone"}
BINS = [{"id": "named", "title": "Named"}, {"id": "nobody", "title": "Nobody"}]
ITEM = SourcesItem(**COMMON, id="s", kind="sources", rubric="B", found_in="a", bins=BINS)
MARKED = AnnotateItem(
    **COMMON, id="a", kind="annotate", rubric="A", text_of="b", layer="attribution", labels=("source", "cue", "content")
)
TEXT = "Ada Korn said it is shut.\nReportedly it rained."
ON = {"title": "Mine", "first": 4, "sentences": TEXT.splitlines(), "language": "en"}


def mark(quote, label, group=1):
    start = TEXT.index(quote)
    return {"group": group, "label": label, "start": start, "end": start + len(quote)}


KORN = [mark("Ada Korn", "source"), mark("said", "cue"), mark("it is shut", "content")]
RAIN = [mark("Reportedly", "cue", 2), mark("it rained", "content", 2)]


def cards(*marks, **settled):
    answer = AnnotateAnswer.model_validate({"on": ON, "marks": marks, "settled": settled})
    return [one["text"] for one in cards_of(ITEM, Earlier(MARKED, answer, committed=True))["cards"]]


def test_each_report_that_was_marked_is_a_card_with_source_and_words():
    assert cards(*KORN, *RAIN) == [
        "“Ada Korn”: “said … it is shut” (S4)",
        "No source is marked: “Reportedly … it rained” (S5)",
    ]
    assert cards(mark("Ada Korn", "source")) == ["“Ada Korn” (S4)"]
    assert cards() == []


def test_what_was_taken_from_the_machine_is_a_card_too_and_what_was_taken_out_is_none():
    taken = {"choice": "accepted", "why": "So.", "marks": RAIN}
    assert len(cards(*KORN, d2=taken)) == 2
    assert cards(*KORN, d2=taken | {"choice": "dropped", "marks": []}) == cards(*KORN)
    assert cards(*KORN, *RAIN, g1={"choice": "dropped", "why": "So.", "group": 1}) == cards(*RAIN)


def test_words_that_were_put_in_place_of_a_draft_stand_for_the_group_beside_it():
    changed = {"choice": "changed", "why": "So.", "group": 1, "marks": [mark("Korn", "source"), mark("said", "cue")]}
    assert cards(*KORN, d1=changed) == ["“Korn”: “said” (S4)"]
    own = AnnotateAnswer.model_validate({"on": ON, "marks": KORN, "settled": {"d1": changed}})
    assert len(standing_groups(own)) == 1


def answer(**placed):
    return SourcesAnswer(cards=[{"id": "s1", "text": "“Ada Korn” (S4)"}, {"id": "s2", "text": "Rain"}], placed=placed)


def test_sorted_cards_are_counted_and_nothing_is_scored():
    result = KIND.score(ITEM, answer(s1="named", s2="nobody"), None)
    assert result.summary == "Sources and reports that you sorted: 2. Named: 1. Nobody: 1."
    assert (result.out_of, result.right, [one.outcome for one in result.remarks]) == (0, False, ["note"])


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (SourcesAnswer(), "no sources to sort yet"),
        (answer(s1="named"), "some are still to sort"),
        (answer(s1="named", s2="gone"), "nothing was changed"),
        (answer(s1="named", s2="named", s3="named"), "nothing was changed"),
    ],
)
def test_what_is_not_sorted_is_said_in_one_sentence(given, why):
    with pytest.raises(ValueError, match=why):
        KIND.score(ITEM, given, None)


def test_the_report_tells_each_card_with_its_bin_and_apart_what_the_exercise_does_not_know():
    assert KIND.tell(ITEM, answer(s1="named"), None) == ["“Ada Korn” (S4): Named", "Rain: not sorted yet"]
    assert KIND.unknown(ITEM, answer(s1="gone", s9="named"), None) == ["“Ada Korn” (S4): gone", "s9: named"]


def test_it_has_to_name_an_exercise_where_sources_are_marked():
    assert not_of_annotate(ITEM, MARKED) == []
    other = MARKED.model_copy(update={"labels": ("cue",)})
    assert "Name one of the kind “annotate”." in not_of_annotate(ITEM, other)[0]


def test_a_bin_that_stands_twice_is_named():
    twice = ITEM.model_copy(update={"bins": (*ITEM.bins, ITEM.bins[0])})
    assert KIND.problems(ITEM, None) == []
    assert "“named”" in KIND.problems(twice, None)[0]
