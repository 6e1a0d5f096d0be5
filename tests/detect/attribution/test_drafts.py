"""Each way of naming a source is found, with its rule; and no text, however odd, is refused or cut at a wrong place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exercises.detect.attribution.drafts import draft_attributions
from exercises.detect.attribution.findings import RULES
from exercises.words import words

# What makes rules stumble: cues, names, marks of every form, left open; dashes, emoji, line breaks, zero widths.
PIECES = st.lists(
    st.sampled_from(
        [
            *[
                "Ann Reed",
                "the mayor",
                "She",
                "who",
                "said",
                "says",
                "told",
                "that",
                "according to",
                "by",
                "claim",
                "reportedly",
            ],
            *[
                "it",
                "rains",
                "in Oxley",
                "was",
                "to leave",
                "and",
                "but",
                "asked",
                "saying",
                "THE MILL",
                "mill’s",
                "warned",
            ],
            *["“", "”", '"', "'", "‘", "’", "«", "»", "„", "''", "—", "–", "(", ")", ",", ".", "?", ":", ";", "…"],
            *["\n", "\n\n", "\r\n", "\0", "\u200b", "\u200d", "👩‍🚒", "é", "e\u0301", "\ud800", "•", "\u2028"],
        ]
    ),
    max_size=40,
).map(" ".join)
AWKWARD = st.text(alphabet="said Re:.,?!“”\"'‘’«»„—-()\n\r\t\0\u200b\u0301🚌👩‍🚒")


def drafted(text):
    return [
        (
            draft.source and text[draft.source.start : draft.source.end],
            text[draft.cue.start : draft.cue.end],
            " … ".join(text[part.start : part.end] for part in draft.content),
        )
        for draft in draft_attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "rule", "source", "cue", "content"),
    [
        ("Ann Reed said: “The mill is closed.”", "quote", "Ann Reed", "said", "“The mill is closed.”"),
        ("Ann Reed said that the mill was closed.", "that", "Ann Reed", "said", "that the mill was closed"),
        ("The mayor says the mill is closed.", "bare", "The mayor", "says", "the mill is closed"),
        ("The mayor asked whether the mill was closed.", "wh", "The mayor", "asked", "whether the mill was closed"),
        ("The mayor promised to close the mill.", "to", "The mayor", "promised", "to close the mill"),
        ("The mayor urged owners to close the mill.", "whom-to", "The mayor", "urged", "owners to close the mill"),
        ("The mayor criticized the long delay.", "noun", "The mayor", "criticized", "the long delay"),
        ("Neighbours complained about the noise.", "about", "Neighbours", "complained", "the noise"),
        ("“The mill is closed,” said Ann Reed.", "inverted", "Ann Reed", "said", "“The mill is closed,”"),
        ("“The mill is closed,” Ann Reed said.", "quote-first", "Ann Reed", "said", "“The mill is closed,”"),
        ("The mill is closed, officials said.", "clause-first", "officials", "said", "The mill is closed"),
        ("The mill, Ann Reed said, is closed.", "split", "Ann Reed", "said", "The mill … is closed"),
        ("As the mayor noted, the mill is closed.", "as-said", "the mayor", "noted", "the mill is closed"),
        ("According to Ann Reed, it is closed.", "according-to", "Ann Reed", "According to", "it is closed"),
        (
            "The mill is closed, according to Ann Reed.",
            "according-to",
            "Ann Reed",
            "according to",
            "The mill is closed",
        ),
        ("A claim by Ann Reed that it burned was denied.", "noun-that", "Ann Reed", "claim", "that it burned"),
        ("The mill was reportedly sold.", "alone", None, "reportedly", "The mill was … sold"),
        ("The fire was reported by the mayor.", "passive", "the mayor", "was reported by", "The fire"),
        ("Oxley mayor: The mill is closed", "headline", "Oxley mayor", ":", "The mill is closed"),
        (
            "Ann Reed was clear: “We do not want this road.”",
            "beside-quote",
            "Ann Reed",
            "was",
            "“We do not want this road.”",
        ),
    ],
)
def test_every_rule_finds_its_source_cue_and_content(text, rule, source, cue, content):
    (draft,) = draft_attributions(text)
    assert draft.rule == rule
    assert drafted(text) == [(source, cue, content)]


def test_whoever_said_one_thing_goes_on_saying_the_next():
    text = "Ann Reed said that the mill was closed, adding that it would stay so."
    assert [(source, cue) for source, cue, _ in drafted(text)] == [("Ann Reed", "said"), ("Ann Reed", "adding")]


def test_who_gives_the_words_to_the_person_before_it():
    text = "We met Ann Reed, who said that the mill was closed."
    assert drafted(text) == [("Ann Reed, who", "said", "that the mill was closed")]


@pytest.mark.parametrize("opened_closed", ["“”", '""', "‘’", "«»", "„“", ("''", "''")])
def test_quotations_are_known_by_marks_of_every_kind(opened_closed):
    opened, closed = opened_closed
    (draft,) = draft_attributions(f"{opened}It’s the owners’ mill,{closed} said Ann Reed.")
    assert (draft.manner, draft.rule) == ("direct", "inverted")


@pytest.mark.parametrize("lead", [": ", ", ", " "])
def test_a_source_behind_a_first_verb_is_whole_with_or_without_a_sign_behind_it(lead):
    assert drafted(f"Said Ann Reed{lead}“The mill is closed.”") == [("Ann Reed", "Said", "“The mill is closed.”")]


def test_a_dash_opens_what_is_spoken():
    (draft,) = draft_attributions("— We saw nothing, — said Petrenko.")
    assert draft.manner == "direct"


def test_a_question_belongs_to_whoever_asks_it():
    assert drafted("“Why now?” Ann Reed asked.") == [("Ann Reed", "asked", "“Why now?”")]
    assert drafted("“Why now?” asked Ann Reed.") == [("Ann Reed", "asked", "“Why now?”")]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Asked about the mill, Ann Reed said, “Nobody will buy it.”", "Ann Reed", "said"),
        ("Told to leave the mill, Ann Reed answered, “Nobody will buy it.”", "Ann Reed", "answered"),
        ("Standing at the mill, Ann Reed said, “Nobody will buy it.”", "Ann Reed", "said"),
        ("We heard Ann Reed asking, “Nobody will buy it.”", "Ann Reed", "asking"),
        ("“Nobody will buy it.” the notice read.", "the notice", "read"),
    ],
)
def test_what_leads_in_to_a_quotation_is_no_part_of_it(text, source, cue):
    assert drafted(text) == [(source, cue, "“Nobody will buy it.”")]


def test_a_quotation_is_taken_up_behind_its_source_and_goes_on_in_the_next_paragraph():
    text = "“It is closed,” Ann Reed said. “It stays closed.\n\n“Nobody will buy it.”"
    assert drafted(text) == [("Ann Reed", "said", "“It is closed,” … “It stays closed. … “Nobody will buy it.”")]


def test_a_colon_leads_to_the_next_paragraph():
    assert drafted("The mayor wrote:\n\nThe mill is closed. It stays closed.") == [
        ("The mayor", "wrote", "The mill is closed. It stays closed.")
    ]


def test_a_quotation_that_is_a_part_of_a_sentence_makes_it_mixed():
    (draft,) = draft_attributions("The mayor said the delay was “a shame for Oxley”.")
    assert draft.manner == "mixed"


def test_an_aside_belongs_to_its_source():
    text = "Ann Reed, the mayor of Oxley, said the mill was closed."
    assert drafted(text)[0][0] == "Ann Reed, the mayor of Oxley"


def test_a_pronoun_stands_for_the_nearest_source_and_is_named_as_that_one_is():
    text = "Ann Reed said the mill was closed. She added that nobody would buy it."
    first, second = draft_attributions(text)
    assert (second.holder, second.named) == (first.source, "named")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ann Reed said it rains.", "named"),
        ("The mayor of Oxley, Ann Reed, said it rains.", "named"),
        ("The Ministry of Health said it rains.", "named"),
        ("A spokesman for the mill said it rains.", "described"),
        ("Two officials who asked not to be named said it rains.", "unnamed"),
        ("Sources said it rains.", "unnamed"),
        ("It reportedly rains.", "none"),
    ],
)
def test_a_source_is_named_described_or_kept_back(text, named):
    assert [draft.named for draft in draft_attributions(text)] == [named]


def test_sure_and_look_are_kept_apart():
    sure, look = draft_attributions("Ann Reed said that it rains. The mayor criticized the delay.")
    assert (sure.level, look.level) == ("sure", "look")


def test_who_is_quoted_inside_of_a_quotation_is_left_to_whoever_quotes():
    assert [source for source, _, _ in drafted("“He said it rains,” Ann Reed said.")] == ["Ann Reed"]


def test_every_rule_has_one_sentence_for_the_student():
    sentences = words("detect")["rules"]["attribution"]
    assert set(sentences) == set(RULES)
    assert all(sentence.count(". ") == 0 and sentence.endswith(".") for sentence in sentences.values())


@settings(max_examples=150, deadline=None)
@given(st.one_of(PIECES, AWKWARD, st.text()))
@example('said She " Ann Reed')
def test_no_text_is_refused_and_every_part_lies_inside_and_touches_no_other(text):
    drafts = draft_attributions(text)
    assert [draft.cue for draft in drafts] == sorted(draft.cue for draft in drafts)
    for draft in drafts:
        parts = sorted([*([draft.source] if draft.source else []), draft.cue, *draft.content])
        assert draft.content
        assert all(0 <= part.start < part.end <= len(text) for part in parts)
        assert all(one.end <= other.start for one, other in pairwise(parts))
        assert draft.rule in RULES
        assert not any(text[part.start].isspace() or text[part.end - 1].isspace() for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "Said",
        "said said said",
        "THE MAYOR SAID THAT THE MILL WAS CLOSED",
        "“Nobody closes this, she said.\n\nAnd it goes on",
        "• The mayor said it rains\n• Ann Reed said it snows",
        "Der Bürgermeister sagte, die Mühle sei geschlossen.",
        "Мер сказав, що млин закрито.",
    ],
)
def test_odd_texts_are_read_too(text):
    assert isinstance(draft_attributions(text), tuple)


def test_capitals_alone_hide_nobody():
    assert len(draft_attributions("THE MAYOR SAID THAT THE MILL WAS CLOSED.")) == 1
