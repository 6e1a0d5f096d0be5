"""Files that leave an exercise: which ones each kind offers, and how one is made."""

from exercises.formats.offers import offers, take

__all__ = ["offers", "take"]
