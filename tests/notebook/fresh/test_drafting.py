"""What a machine drafts of a report: in the words of the article, with reasons, and nothing in other languages."""

import pytest
from drafted_lesson import REPORT

from exercises.notebook.fresh.article import article_of
from exercises.notebook.fresh.drafting import MOST_ALONE, drafted
from exercises.notebook.fresh.drafts import Drafted
from exercises.texts.brought import read_pasted


def drafts_of(text):
    return drafted(article_of(read_pasted(text)))


def by_cue(entries):
    return {one.cue: one for one in entries}


def test_who_says_what_is_drafted_with_a_reason_for_every_part():
    said = by_cue(drafts_of(REPORT).said_by)
    owner = said["according to"]
    assert (owner.source, owner.sentence, owner.source_kind) == ("its owner", 2, "described")
    assert owner.content == ("The bakery of Dovhe sold 1,200 loaves a week last year",)
    assert "names the source right behind it" in owner.cue_why
    assert all(one.source_why and one.cue_why and one.content_why for one in said.values())


def test_the_word_that_before_what_is_said_belongs_to_nobody():
    (one,) = drafts_of("The mayor said that the bridge may stay closed until May.").said_by
    assert one.content == ("the bridge may stay closed until May",)


def test_a_verb_that_keeps_a_distance_or_is_reluctant_says_so():
    said = by_cue(drafts_of("Critics claim that it rained. The mayor admitted that he had left.").said_by)
    assert {cue: one.stance for cue, one in said.items()} == {"claim": "distancing", "admitted": "reluctant"}


def test_a_hedge_is_drafted_with_what_it_touches_up_to_the_next_stop_and_a_rounding_word_with_its_number():
    sure = by_cue(
        drafts_of("It may rain on Monday, she said. About 40 boats of the club had left the harbour.").how_sure
    )
    assert (sure["may"].scope, sure["may"].whose) == ("rain on Monday", "source")
    assert (sure["About"].scope, sure["About"].whose, sure["About"].kind) == ("40 boats of", "reporter", "approximator")


def test_a_loud_word_is_drafted_as_one_that_says_nothing_of_how_sure_it_is():
    assert [one.quote for one in drafts_of(REPORT).loaded] == ["shocking"]


def test_a_claim_is_what_somebody_says_and_not_that_they_say_it():
    claims = [one.quote for one in drafts_of(REPORT).claims]
    assert "The bakery of Dovhe sold 1,200 loaves a week last year" in claims
    assert all(one.why for one in drafts_of(REPORT).claims)


def test_a_claim_that_counts_people_who_were_killed_waits_behind_a_warning():
    (claim,) = drafts_of("In 2020 the fire in the factory killed 40 people.").claims
    assert claim.grave


def test_what_stands_in_a_sentence_twice_is_found_each_time_where_it_stands():
    said = drafts_of("The mayor said that it rained, and the owner said that it snowed.").said_by
    assert [one.id for one in said] == ["A01a", "A01b"]
    assert all("[said]" in one.cue for one in said)


def test_nothing_is_drafted_of_a_text_in_another_language():
    german = "Der Bürgermeister sagte am Montag, dass die Brücke bis Mai geschlossen bleibt und niemand hinüber darf."
    ukrainian = "Міський голова сказав, що міст буде закрито до травня, і ніхто не зможе ним пройти."
    for text in (german, ukrainian):
        assert drafts_of(text) == Drafted()


def test_what_nobody_answers_for_is_drafted_as_the_reporters_and_a_quotation_that_goes_on_is_not():
    text = (
        "The town has built two roads since 2020. “It rained,” she said. “Then it snowed for a week.” Why was that so?"
    )
    assert [(one.id, one.quote) for one in drafts_of(text).voice] == [
        ("V01a", "The town has built two roads since 2020")
    ]


def test_of_many_sentences_that_nobody_answers_for_the_few_that_can_be_checked_best_are_drafted():
    rest = "".join(f"There were some things in the old {thing} there. " for thing in ("house", "mill", "barn", "inn"))
    text = f"{rest * 2}The town sold 1,200 boats in May 2024 for 3 million euros."
    found = drafts_of(text).voice
    assert len(found) == MOST_ALONE
    assert "1,200 boats" in found[-1].quote


def kind_of_the_one(text):
    (one,) = drafts_of(text).said_by
    return one.source_kind, one.holder


@pytest.mark.parametrize(
    ("source", "kind", "holder"),
    [
        ("The report", "document", "The report"),
        ("A letter of the town", "document", "A letter of the town"),
        ("The Lorrin Institute", "named-body", "The Lorrin Institute"),
        ("The Sorby Courier", "other-outlet", "The Sorby Courier"),
        ("Mara Quist", "named-person", "Mara Quist"),
        ("Mara Quist, who runs the office,", "named-person", "Mara Quist"),
        ("The mayor", "described", "The mayor"),
    ],
)
def test_papers_bodies_and_outlets_are_drafted_as_what_they_are_called(source, kind, holder):
    assert kind_of_the_one(f"{source} said that the bridge in the town may stay closed.") == (kind, holder)


def test_one_speaker_has_one_holder_and_two_of_one_name_keep_theirs_apart():
    text = "Mara Quist said that it rained. Later Quist said that it snowed."
    assert {one.holder for one in drafts_of(text).said_by} == {"Mara Quist"}
    assert {one.holder for one in drafts_of(f"{text} Jon Quist said that it did not.").said_by} == {
        "Mara Quist",
        "Jon Quist",
        "Quist",
    }


@pytest.mark.parametrize("line", ["BRENNICK – ", "NEW BRENNICK, 3 May — "])
def test_the_name_of_a_town_before_a_report_is_nobodys(line):
    (one,) = drafts_of(f"{line}A map has been found behind a painting, the museum announced on Tuesday.").said_by
    assert one.content == ("A map has been found behind a painting",)
