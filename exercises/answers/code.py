"""Makes the code under which a student's work is kept, such as amber-heron-42, so that nobody has to give a name."""

from __future__ import annotations

import re
import secrets

# Materials, weather and pleasant qualities. Left out on purpose: words about bodies, sizes or looks, the colours
# of flags and parties, and whatever turns into slang beside an animal ("silver fox").
ADJECTIVES: tuple[str, ...] = tuple(
    """
    agile alpine amber autumn azure breezy bright brisk bronze calm candid cedar cheerful clever coastal copper
    coral cosmic crystal curious early eager fluent frosty gentle glad golden happy hazel helpful indigo
    island jolly kind lively lucky lunar maple meadow merry mindful misty modest nimble noble patient pearl
    playful polite quick quiet rapid sandy serene sunny tidy velvet warm willow
    """.split()  # noqa: SIM905 - rows of words are easier to read
)

# Left out on purpose: animals used as insults (pig, rat, monkey, magpie), emblems of states (bear, eagle) and names of
# weapons and vehicles (leopard, lynx, hawk, puma).
ANIMALS: tuple[str, ...] = tuple(
    """
    alpaca badger bison bunting canary caribou chamois cricket crane curlew dolphin dormouse dragonfly duckling
    dunlin egret finch firefly gazelle gecko giraffe grouse hamster hedgehog heron hoopoe ibex
    kingfisher koala ladybird lapwing linnet llama mallard marmot martin meerkat moose
    nightingale numbat okapi oriole osprey otter panda pelican penguin plover puffin quail rabbit robin salmon
    sandpiper seahorse sparrow squirrel starling stork swallow tapir tortoise toucan turtle wagtail wombat
    """.split()  # noqa: SIM905 - rows of words are easier to read
)

_SHAPE = re.compile(r"[a-z]{2,20}-[a-z]{2,20}-[0-9]{2}")
_LONGEST = 60


def make_code() -> str:
    """Make a new code by chance.

    Returns
    -------
    str
        Adjective, animal and a number from 10 to 99, joined by hyphens: easy to read out and to copy from a board.
    """
    # No number begins with 0, because a spreadsheet would drop it.
    return f"{secrets.choice(ADJECTIVES)}-{secrets.choice(ANIMALS)}-{10 + secrets.randbelow(90)}"


def tidy_code(typed: str) -> str | None:
    """Read a code as a person types it from a card: capitals, spaces and low lines do no harm.

    Parameters
    ----------
    typed : str
        What was typed, such as ``"Amber heron 42"``.

    Returns
    -------
    str or None
        The code, or None when it has not the shape of one. The words need not stand in today's lists: a code from an
        earlier edition stays good.
    """
    if len(typed) > _LONGEST:
        return None
    code = re.sub(r"[\s_-]+", "-", typed.strip().lower())
    return code if _SHAPE.fullmatch(code) else None
