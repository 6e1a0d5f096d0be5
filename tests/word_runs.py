"""Whether two texts share words in a row."""

import re

IN_A_ROW = 6


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words_of(text)
    return {tuple(found[place : place + IN_A_ROW]) for place in range(len(found) - IN_A_ROW + 1)}
