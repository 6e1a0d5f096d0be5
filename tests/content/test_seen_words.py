"""A note that says that no word was found is so: short forms, other names and other words for the same are known."""

import pytest
from every_lesson import each_lesson, items_of, named

from exercises.kinds.write.form import find_all
from exercises.words import words

SIGNS = words("remarks")["write"]["signs"]
# What the key calls a cue and is no word of saying: aims, nouns for a story, “as far as ... goes”.
NO_SAYING = {"are aimed at", "narrative", "desire", "As far as goes"}
SEEN = [
    ("kupyansk", "close-more-write", "unknown", "The article doesn't say who they are."),
    ("kupyansk", "close-more-write", "unknown", "Which ones spoke isn't told."),
    ("kupyansk", "close-more-write", "unknown", "The article never names the officials."),
    ("kupyansk", "close-more-write", "unknown", "Names and dates are left out."),
    ("harbour", "close-more-write", "unknown", "The article doesn’t say how he compared the two."),
    ("harbour", "close-more-write", "unknown", "S3 isn't precise, and nobody was asked."),
    ("kupyansk", "first-mend", "owner", "Kiev denied on 20 November that Kupyansk had been lost."),
    ("kupyansk", "first-mend", "owner", "The defenders’ command called such reports untrue."),
    ("kupyansk", "first-radio", "owner", "Russia claims to have taken Kupyansk."),
    ("kupyansk", "first-radio", "owner", "The Russian army announced the capture, and it was contradicted."),
    ("kupyansk", "check-radio", "moscow", "According to the Russians it was captured."),
    ("kupyansk", "check-radio", "kyiv", "According to the Ukrainians it was not."),
    ("kupyansk", "check-radio", "open", "We couldn't find anyone who had looked."),
    ("kupyansk", "verb-rewrite", "officials", "Officials in Kyiv explained it."),
    ("kupyansk", "verb-rewrite", "advisor", "The aide of the head said so."),
    ("harbour", "first-mend", "owner", "The authorities wrote it."),
    ("harbour", "first-mend", "owner", "The mayor's office wrote it."),
    ("harbour", "first-mend", "condition", "Ferries stop should the sample show fuel."),
    ("harbour", "first-mend", "condition", "No ferry from Monday on, assuming fuel is found."),
    ("harbour", "first-mend", "condition", "It said so only for the case that fuel is found."),
    ("harbour", "first-mend", "settled", "The town won't close the harbour."),
    ("harbour", "first-radio", "owner", "Orvel's spokesman denies it."),
    ("harbour", "check-radio", "town", "Brenlow's authorities plan it."),
    ("harbour", "check-radio", "line", "Orvel's spokesman denies a leak."),
    ("harbour", "check-radio", "open", "Laboratory results aren't in."),
]


@pytest.mark.parametrize(("lesson", "exercise", "check", "text"), SEEN)
def test_a_check_finds_what_a_student_says_in_other_words(lesson, exercise, check, text):
    (found,) = [one for one in items_of(named(lesson))[exercise].checks if one.id == check]
    assert find_all(found.sought, text)


@each_lesson
def test_every_cue_of_the_key_is_a_word_of_saying_or_of_denial(lesson):
    cues = {mark.entry.cue if isinstance(mark.entry.cue, str) else " ".join(mark.entry.cue)
            for layers in lesson.key.values() for mark in layers.attributions if mark.entry.cue}  # fmt: skip
    plain = {cue.replace("[", "").replace("]", "") for cue in cues} - NO_SAYING
    assert plain
    assert {cue for cue in plain if not find_all([*SIGNS["denied"], *SIGNS["reported"]], cue)} == set()


@each_lesson
def test_a_check_that_looks_for_not_looks_for_all_its_forms(lesson):
    writing = [item for item in items_of(lesson).values() if item.kind == "write"]
    halves = {f"{item.id}/{check.id}" for item in writing for check in item.checks
              if not check.turned and {"not", "nobody", "never", "without"} & set(check.looks_for)}  # fmt: skip
    assert halves == set()
