"""The code that stands for a student: two friendly words and a number, so that no name is needed."""

from __future__ import annotations

import re
import secrets

ADJECTIVES = (
    "amber", "brave", "bright", "calm", "clear", "coral", "eager", "early", "gentle", "golden", "green", "happy",
    "keen", "kind", "lively", "lucky", "merry", "misty", "noble", "quick", "quiet", "rapid", "ready", "silver",
    "smart", "snowy", "steady", "sunny", "swift", "tidy", "violet", "warm", "windy", "wise",
)  # fmt: skip
ANIMALS = (
    "badger", "beaver", "bison", "camel", "crane", "dolphin", "eagle", "falcon", "finch", "fox", "gecko", "hare",
    "hedgehog", "heron", "ibex", "koala", "lark", "lynx", "marten", "moose", "newt", "otter", "owl", "panda",
    "puffin", "raven", "robin", "salmon", "seal", "stork", "swan", "tiger", "turtle", "wren",
)  # fmt: skip
_FORM = re.compile(r"[a-z]{2,12}-[a-z]{2,12}-[0-9]{2}")


def make_code() -> str:
    """Make a new code by chance, such as ``amber-heron-42``."""
    return f"{secrets.choice(ADJECTIVES)}-{secrets.choice(ANIMALS)}-{secrets.randbelow(90) + 10}"


def is_code(text: str) -> bool:
    """Tell whether a text has the form of a code."""
    return _FORM.fullmatch(text) is not None
