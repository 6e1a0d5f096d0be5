"""Every lesson names the words that would tell the answer to its guess, and the check looks for them."""

from every_lesson import LESSONS, each_lesson, items_of

from exercises.kinds import KINDS
from exercises.words.phrases import matching

GUESS = "first-bet"


@each_lesson
def test_a_lesson_with_a_guess_names_what_would_tell_its_answer(lesson):
    named = lesson.info.wording.gives_away.get(GUESS, ())
    item = items_of(lesson)[GUESS]
    telling = matching(named)
    assert [text for text in KINDS[item.kind].secrets(item, lesson) if telling.search(text)]


def test_both_lessons_have_a_guess():
    assert [lesson.id for lesson in LESSONS if items_of(lesson)[GUESS].seal] == [lesson.id for lesson in LESSONS]
