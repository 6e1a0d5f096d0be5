"""What stands around a word that may round a number."""

from __future__ import annotations

from exercises.detect.context.place import Place, is_number, listed


def before_number(place: Place) -> bool:
    """Whether a number follows: “about 300”, “nearly half”, “over $5 million”, “about a third”."""
    after = place.after()
    if after in {"a", "an", "the", "one"}:
        return place.after(2) in listed("parts")
    return after in listed("currencies") or is_number(after)


def topic(place: Place) -> bool:
    """Whether somebody speaks or thinks of it: “a talk about two boats”, “worried about 300 jobs”."""
    return place.before() in listed("topics")


def stretch_over(place: Place) -> bool:
    """Whether it is a stretch of time: “over two days”, “over the last ten years”."""
    return place.low == "over" and any(place.after(ahead).removesuffix("s") in listed("times") for ahead in (1, 2, 3))


def of_them(place: Place) -> bool:
    """Whether “some” means a certain one: “some one of them”."""
    return place.low == "some" and place.after() in {"one", "a", "the", "an"}


def no_number_before(place: Place) -> bool:
    """Whether no number stands before it: “or so they say”."""
    return not any(place.tag_before(back) == "CD" or is_number(place.before(back)) for back in (1, 2, 3))
