"""The key of *sort* for the teacher: every card with its place, and why other places tempt."""

from __future__ import annotations

from exercises.kinds.printed import KeyLine, KeyPart, letter
from exercises.kinds.sort.item import Card, SortItem, page
from exercises.lesson.load import Lesson
from exercises.words import words


def key(item: SortItem, lesson: Lesson) -> tuple[KeyPart, ...]:
    """Give every card in the order of the page, with our place and every reason."""
    cards = {card.id: card for card in item.cards}
    titles = {place.id: place.title for place in item.bins}
    signs = {place["id"]: letter(index) for index, place in enumerate(page(item, lesson)["bins"])}
    shown = page(item, lesson)["cards"]
    lines = (_line(number, cards[card["id"]], titles, signs) for number, card in enumerate(shown, start=1))
    return (KeyPart("", tuple(lines)),)


def _line(number: int, card: Card, titles: dict[str, str], signs: dict[str, str]) -> KeyLine:
    said = words("paper")["key"]
    others = ", ".join(titles[place] for place in card.also_accept)
    answer = f"{titles[card.bin]} ({said['also'].format(others=others)})" if others else titles[card.bin]
    tempting = (f"{titles[place]}? {why}" for place, why in card.tempting.items())
    brief = f"{number} {'/'.join(signs[place] for place in (card.bin, *card.also_accept))}"
    return KeyLine(f"{number}  {card.text}", answer, (card.why, *tempting), brief)
