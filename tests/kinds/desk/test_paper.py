"""The teacher's key of a desk: what is shown, what is only concluded, and how far each source was read."""

from dataclasses import replace

import pytest
from desk_lesson import desk_item, desk_lesson

from exercises.kinds.desk.paper import key
from exercises.lesson.models.sources import Carried


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "desk")


def lines(lesson, **fields):
    """Give the lines of the key on the year of the bridge, with some fields of the claim changed."""
    claim = lesson.claims["C1"].model_copy(update=fields)
    (part,) = key(desk_item(), replace(lesson, claims=lesson.claims | {"C1": claim}))
    return {line.subject: line.reasons for line in part.lines}


def test_what_is_shown_and_what_is_only_concluded_stand_apart(lesson):
    told = lines(lesson, fact="The bill is of 1902.", inference="The builder was paid late.")
    assert told["What is shown"] == ("The bill is of 1902.",)
    assert told["What is only concluded"] == ("The builder was paid late.",)


def test_nothing_is_said_of_a_claim_with_nothing_to_conclude(lesson):
    assert not {"What is shown", "What is only concluded"} & set(lines(lesson))


@pytest.mark.parametrize(("read", "said"), [("whole", "Read in full"), ("opening", "Only the first lines were read")])
def test_each_card_says_how_far_its_source_was_read_and_when(lesson, read, said):
    radio = lesson.sources["town-radio"].model_copy(update={"read": read, "consulted": "2025-07-03"})
    told = lines(replace(lesson, sources=lesson.sources | {"town-radio": radio}))
    (card,) = (line for reasons in told.values() for line in reasons if "Radio Dovhe" in line)
    assert card.endswith(f"{said}, 3 July 2025.")


def test_each_card_names_every_nearness_and_origin_that_counts(lesson):
    second = Carried(origin="guide-1990", claims=("C1",), near="saw-it")
    radio = lesson.sources["town-radio"].model_copy(update={"also_accept": (second,)})
    told = lines(replace(lesson, sources=lesson.sources | {"town-radio": radio}))
    (card,) = (line for reasons in told.values() for line in reasons if "Radio Dovhe" in line)
    assert "The town hall of Dovhe, 1 May 2025 / A guide of 1990" in card
    assert "It was told by one of those involved / It saw it happen" in card


def test_a_card_that_takes_a_side_says_that_neither_counts_too(lesson):
    radio = lesson.sources["town-radio"].model_copy(update={"contradicts": ("C1",)})
    told = lines(replace(lesson, sources=lesson.sources | {"town-radio": radio}))
    (card,) = (line for reasons in told.values() for line in reasons if "Radio Dovhe" in line)
    assert "It contradicts the claim / Neither. " in card


def test_a_source_that_was_made_up_was_not_read_on_any_day(lesson):
    radio = lesson.sources["town-radio"].model_copy(update={"consulted": None})
    told = lines(replace(lesson, sources=lesson.sources | {"town-radio": radio}))
    (card,) = (line for reasons in told.values() for line in reasons if "Radio Dovhe" in line)
    assert "read" not in card.lower().removeprefix("radio")
    assert card == card.strip()
