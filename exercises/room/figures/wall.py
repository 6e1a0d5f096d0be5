"""The figures as they may stand on the wall: no code, no small count, nothing that a commit would still give away."""

from __future__ import annotations

from dataclasses import replace

from exercises.room.figures.board import Board, Counted, LessonFigures, Line, NotebookFigures
from exercises.room.figures.forms import Form
from exercises.room.figures.small import FEWEST, groups, told
from exercises.room.figures.splits import Chosen, Split, most_contested, sentence
from exercises.room.figures.strips import Row, Strip, Word
from exercises.room.figures.sure_wall import SureOnWall
from exercises.words import words

SHADES = 4


def for_the_wall(board: Board, sure: SureOnWall) -> Board:
    """Take out what the class may not see; what is not in the result can be on no page that is made of it.

    Of an exercise that is not past there are only the counts of who has begun and done it. What is told in full rests
    on the answers that may be told, as `Counting.wall` counts them, and ``sure`` knows what was told before.
    """
    lessons = tuple(_lesson(one, sure) for one in board.alone.lessons if len(one.students) >= FEWEST)
    # How many there are in all is not told: beside the counts of a notebook it would tell how few are missing there.
    return Board("", "", lessons)


def _lesson(one: LessonFigures, sure: SureOnWall) -> LessonFigures:
    all_here = len(one.students)
    begun = (notebook for notebook in one.notebooks if int(notebook.begun) >= FEWEST)
    notebooks = tuple(_notebook(notebook, all_here) for notebook in begun)
    forms = tuple(_form(form) for form in one.forms if form.smallest >= FEWEST)
    return replace(one, notebooks=notebooks, students=(), sureness=sure.of(one.id, one.sureness), forms=forms)


def _notebook(one: NotebookFigures, all_here: int) -> NotebookFigures:
    all_in = int(one.begun)
    lines = tuple(_line(line, all_in) for line in one.lines)
    contested = most_contested((line.title, split) for line in lines for split in line.counted.splits)
    begun = words("room")["figures"]["small"]["all_begun"] if all_in == all_here else told(all_in, all_here)
    return replace(one, begun=begun, lines=lines, contested=contested)


def _form(one: Form) -> Form:
    """Leave out how often nobody could tell, where few could not or few could."""
    large = one.cannot_tell >= FEWEST and one.claims - one.cannot_tell >= FEWEST
    return replace(one, cannot_tell=one.cannot_tell if large else 0)


def _line(line: Line, all_in: int) -> Line:
    begun, done = told(int(line.begun), all_in), told(int(line.done), all_in)
    if line.past:
        rate = _rate(line.right, line.checked) if line.checked >= FEWEST else ""
        counted = _counted(line.counted)
    else:
        rate = words("room")["figures"]["waits"] if int(line.begun) else ""
        counted = Counted({})
    return replace(line, begun=begun, done=done, checked=0, right=0, rate=rate, discrimination=None, counted=counted)


def _counted(counted: Counted) -> Counted:
    # Whoever chose to open it saw the warning first; the rest of the class did not choose.
    splits = (_split(split) for split in counted.splits if not split.grave)
    strips = tuple(_strip(strip) for strip in counted.strips)
    # Nobody is told who guessed what, nor counts it aloud: what was sealed is on no wall, opened or not.
    return Counted({}, splits=tuple(found for found in splits if found), strips=strips)


def _rate(right: int, checked: int) -> str:
    if not right:  # of what is past nobody is still to come
        return str(words("room")["figures"]["small"]["nobody"])
    text = told(right, checked)
    return str(words("room")["figures"]["rate"]).format(right=text, checked=checked) if text.isdecimal() else text


def _split(split: Split) -> Split | None:
    """Keep groups of five and more; None where nothing is left."""
    by_place = {str(place): one.count for place, one in enumerate(split.chosen)}
    kept = groups(by_place)
    chosen: tuple[Chosen, ...] = tuple(split.chosen[int(place)] for place in kept)
    if not chosen:
        return None
    wrong = tuple(one for one in split.wrong if one in chosen)
    contest = split.contest if len(chosen) > 1 else 0.0
    text = sentence(split.where, chosen, split.answers, split.form)
    return replace(split, chosen=chosen, answers=0, contest=contest, sentence=text, wrong=wrong)


def _strip(strip: Strip) -> Strip:
    """Leave the shades, in a few steps, and no number: a share of a class would tell of a single student."""
    return replace(strip, told=(), rows=tuple(Row(row.sentence, tuple(map(_word, row.words))) for row in strip.rows))


def _word(word: Word) -> Word:
    share = round(word.share * SHADES) / SHADES if word.count >= FEWEST else 0.0
    return Word(word.text, 0, share, word.ours)
