"""Words that say how sure somebody is are found where they do that work, and passed over where they do another."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exercises.detect.certainty import DIRECTIONS, KINDS, LEVELS, LIST, certainty_list, mark_certainty
from exercises.detect.context import CONTEXTS, place
from exercises.detect.prepared import prepare
from exercises.words import words

GROUPS = yaml.safe_load(LIST.read_text("utf-8"))
EVERY = [phrase for group in GROUPS["listed"] for phrase in group["words"]]
AWKWARD = st.lists(
    st.sampled_from(
        [
            *EVERY[::7],
            "May",
            "not",
            "isn't",
            "couldn’t",
            "cannot",
            "300",
            "“",
            "”",
            "'",
            ",",
            ".",
            "\r\n",
            "🚌",
            "👩‍🚒",
            "\u200b",
            "\0",
        ]
    ),
    max_size=30,
).map(" ".join)


def cues(text, direction="hedge"):
    return [text[cue.span.start : cue.span.end] for cue in mark_certainty(prepare(text)) if cue.direction == direction]


def only_cue(text):
    (cue,) = mark_certainty(prepare(text))
    return cue


@pytest.mark.parametrize(
    ("text", "kind", "rule", "level"),
    [
        ("The ferry may sail at noon.", "modal", "may-might", "sure"),
        ("A possible cause is a leak.", "likelihood", "possible", "sure"),
        ("The fire appears to have started in the kitchen.", "evidential", "appear", "sure"),
        ("The baker reportedly left.", "evidential", "reportedly", "sure"),
        ("The council claimed that the bridge was safe.", "distance", "claimed", "sure"),
        ("He is said to be rich.", "distance", "said-to", "sure"),
        ("About 300 people came.", "rounding", "about-number", "sure"),
        ("If it rains, we stay in.", "conditional", "if-condition", "look"),
    ],
)
def test_a_hedge_says_its_kind_its_rule_and_how_sure_the_machine_is(text, kind, rule, level):
    cue = only_cue(text)
    assert (cue.kind, cue.direction, cue.rule, cue.level) == (kind, "hedge", rule, level)


@pytest.mark.parametrize(
    ("found", "passed_over"),
    [
        ("It may rain.", "It rained in May. On 3 May it rained. May 2024 was wet."),
        ("He might come.", "He pulled with all his might. The might of the river broke it."),
        (
            "The bridge could close.",
            "She could hear the bell. The driver could not be reached. He ran as fast as he could.",
        ),
        ("About 300 came.", "A talk about two boats. They spoke about it."),
        ("Over 40 boats sank.", "It sank over two days. A bridge over the river."),
        ("Some 200 homes lost power.", "Some of them slept."),
        ("About a third were ill.", "They wrote about a dog."),
        ("She believes that it works.", "She believes in her team."),
        ("He is thought to be in Rome.", "They thought about it."),
        ("A possible cause is a leak.", "They left as soon as possible. The tunnel made it possible."),
        ("A potential buyer came.", "He has potential. Its potential is great."),
        ("The ferry is expected to sail.", "It took longer than expected."),
        ("It appears to work.", "She appeared on stage."),
        ("It looks as if nobody came.", "He looked at it."),
        ("The log suggests that nobody was there.", "She suggested a walk."),
        ("The mayor claimed that it was safe.", "The mayor claimed her prize. The storm claimed 12 lives."),
        ("As far as we know it is safe.", "She walked as far as the bridge."),
        ("The supposed doctor left.", "He is supposed to help."),
    ],
)
def test_a_word_counts_where_it_hedges_and_not_where_it_does_something_else(found, passed_over):
    assert len(cues(found)) == 1
    assert cues(passed_over) == []


def test_if_is_told_apart_by_what_it_does():
    assert only_cue("If confirmed, this is the first case.").rule == "if-confirmed"
    assert only_cue("The guide asked if it rained.").rule == "whether-if"
    assert only_cue("The guide asked her if it rained.").rule == "whether-if"
    assert only_cue("They say that if it rains, we stay in.").rule == "if-condition"
    assert only_cue("If it rains, we stay in.").rule == "if-condition"
    assert cues("He acted as if he knew.") == []


def test_would_counts_beside_a_condition_and_not_as_the_future_of_the_past():
    assert cues("If it rained, the match would be off.") == ["If", "would"]
    assert cues("She said that she would come.") == []


@pytest.mark.parametrize(
    ("firm", "open_"),
    [
        ("It is certainly true.", "It is not certain."),
        ("The police confirmed the number.", "Nobody confirmed the number."),
        ("The lab has proved that it is clean.", "The lab has not proved that it is clean. It proved useful."),
        ("There is no doubt that it fell.", "There is doubt."),
        ("Clearly, it failed.", "He spoke clearly."),
    ],
)
def test_a_booster_counts_only_where_nothing_takes_it_back(firm, open_):
    assert len(cues(firm, "booster")) == 1
    assert cues(open_, "booster") == []


@pytest.mark.parametrize("word", [word for group in GROUPS["left_out"] for word in group["words"]])
def test_words_left_out_are_named_with_a_reason_and_not_marked(word):
    assert cues(f"The guide {word} so.") == cues(f"The guide {word} so.", "booster") == []


def test_a_mark_is_whole_words_where_a_short_form_stands():
    assert cues("It isn’t clear. It can't be ruled out.") == ["isn’t clear", "can't be ruled out"]


def test_capitals_and_every_kind_of_quotation_mark_change_nothing():
    assert cues("“IT MAY RAIN”, he said. ‘Perhaps.’ «Probably», „likely“.") == ["MAY", "Perhaps", "Probably", "likely"]


def test_every_group_has_a_reason_a_kind_and_words_for_the_student():
    said = words("detect")["rules"]["certainty"]
    assert {group["rule"] for group in GROUPS["listed"]} == set(said)
    for group in GROUPS["listed"]:
        assert group["why"].endswith(".")
        assert (group["kind"] in KINDS, group["direction"] in DIRECTIONS, group["level"] in LEVELS) == (True,) * 3
        assert {*group.get("only", ()), *group.get("unless", ())} <= set(CONTEXTS)
    assert all(phrase == phrase.lower() for phrase in EVERY)
    used = {name for group in certainty_list().groups for name in (*group.only, *group.unless)}
    assert set(CONTEXTS) - used == {"verb"}  # used by the list of loaded words


def test_every_list_of_the_contexts_has_a_reason():
    assert all(one["why"].endswith(".") for one in yaml.safe_load(place.LIST.read_text("utf-8"))["words"])


@given(st.one_of(st.text(), AWKWARD))
def test_no_text_is_refused_and_marks_lie_inside_never_overlap_and_never_cut_a_word(text):
    found = mark_certainty(prepare(text))
    assert all(0 <= cue.span.start < cue.span.end <= len(text) for cue in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    letters = [(text[cue.span.start - 1 : cue.span.start], text[cue.span.end : cue.span.end + 1]) for cue in found]
    assert not any(
        (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()) for before, after in letters
    )


def test_twice_the_text_takes_twice_the_steps():
    def steps(text):
        prepared = prepare(text)
        looked = 0

        class Counting(tuple):
            __slots__ = ()

            def __getitem__(self, at):
                nonlocal looked
                looked += 1
                return super().__getitem__(at)

        for sentence in prepared.sentences:
            list(certainty_list().found(Counting(sentence.words)))
        return looked

    once = "if it may rain, we would wait about 300 days, as far as we know, " * 20
    assert steps(once * 4) <= 4.2 * steps(once)
