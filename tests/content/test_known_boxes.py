"""What is known stands at the end of every notebook and gives nothing away; misreported words are put right once."""

import re
from datetime import datetime

import pytest
from every_lesson import LESSONS, items_of

from exercises.notebook.prose import Box, read_prose
from exercises.words import words

NOTEBOOKS = [
    pytest.param(lesson, entry.name, id=f"{lesson.id}-{entry.name}")
    for lesson in LESSONS
    for entry in lesson.info.notebooks
]
VERDICTS = [verdict.split(",")[0].lower() for verdict in words("remarks")["verdict"].values()]
FIRST = "01_first_read"
TEACHER = re.compile(r"```\{teacher\}.*?```", re.S)
# Words that would tell what the one who is bet on had said.
ANSWERS = {
    "kupyansk": ("under Ukrainian control", "under its control", "denied", "denial", "they controlled it", "W6"),
    "harbour": ("condition", "sofern", "second sample", "finds fuel"),
    "sleep": ("linked", "slightly", "other reasons", "do not show"),
}
# The claim on which a box gives a verdict, by words of the sentence with the verdict or of one before it.
TOLD = {
    "kupyansk": {
        "report (S6)": "C9", "reported it": "C9", "it was made": "C9", "city was taken": "C10",
        "Was the city taken": "C10", "Taken by Russia": "C10", "Kupyansk taken": "C10",
        "Ukrainian control": "K3", "“under control”": "K3",
        "a ring": "C25", "ring itself": "C25", "Counter-divergence": "C20", "he made it holds": "C24",
        "adviser (S15)": "C24", "number of Russian soldiers": "K4", "soldiers inside": "W10", "Over 80%": "C12",
        "Petropavlivka": "W32", "Supply difficult": "W23", "continue to accelerate": "C2", "Siversk": "W11",
        "No Russians": "K1",
    },
    "harbour": {
        "fuel from the ferry": "C5", "ittle oxygen": "C12", "a litre": "C15", "ask for the sample": "C16",
        "350 fish": "T2", "coloured water": "N1",
        "fuel test (S7)": "C7", "about 300 fish": "C3", "engine burn less": "C10", "anglers not fish": "N5",
        "no germs": "T1", "costs no more": "F3", "300 fish": "C3", "of the perch": "N2", "omplaints triple": "C4",
        "warm days": "C19",
    },
    "sleep": {
        "get better marks": "C1", "is linked to": "C7", "34 minutes": "C3", "fewer latecomers": "C6",
        "two more drivers": "C14", "60,000": "C15", "first with a later bell": "L4",
    },
}  # fmt: skip
VERDICT = re.compile("does not hold|disputed|holds", re.IGNORECASE)
SECOND = re.compile(r"; [^.]*", re.IGNORECASE)  # what counts beside the verdict stands behind a semicolon
DAY = re.compile(r"as of (\d{1,2} [A-Z][a-z]+ \d{4})")
# The sentence that gives somebody words that were not theirs, the day of the article, and what every later box says.
MISREPORTED = {
    "kupyansk": ("S12", "as of 21 November 2025", "no such admission"),
    "harbour": ("S8", "as of 11 June 2026", "S8 leaves the “if” out"),
    "sleep": ("S1", "as of 14 May 2026", "The study says no such thing"),
}


def boxes(lesson, notebook, *, folded=None):
    cells = read_prose(lesson.folder / f"{notebook}.md").cells
    known = [cell for cell in cells if isinstance(cell, Box) and cell.kind == "known"]
    return [" ".join(box.text.split()) for box in known if folded is None or box.folded == folded]


def day_of(written):
    return datetime.strptime(written, "%d %B %Y").date().isoformat()  # noqa: DTZ007


def verdicts_told(lesson, box):
    """Give the verdicts of a box that have a day, each with its claim and the day."""
    claim, found = None, []
    for sentence in re.split(r"(?<=[.?])[*)]*\s+", box):
        claim = next((name for words, name in TOLD[lesson.id].items() if words in sentence), claim)
        verdict = None
        for piece in re.finditer(f"{VERDICT.pattern}|{DAY.pattern}", SECOND.sub("", sentence), re.IGNORECASE):
            if piece[1] and verdict:
                found.append((claim, verdict, day_of(piece[1])))
            elif not piece[1]:
                verdict = piece[0].lower().replace(" ", "-")
    return found


def has_a_bet(lesson, notebook):
    return notebook == FIRST and any(item.seal for item in items_of(lesson).of(notebook))


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_every_notebook_says_what_is_known_in_the_open_but_beside_the_bet(lesson, notebook):
    assert boxes(lesson, notebook)
    assert bool(boxes(lesson, notebook, folded=False)) != has_a_bet(lesson, notebook)


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_a_notebook_with_a_desk_says_no_verdict_in_the_open(lesson, notebook):
    if any(item.kind == "desk" for item in items_of(lesson).of(notebook)):
        said = " ".join(boxes(lesson, notebook, folded=False)).lower()
        assert [verdict for verdict in VERDICTS if verdict in said] == []


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_no_box_in_the_open_tells_the_verdict_on_a_claim_that_a_later_desk_asks_about(lesson, notebook):
    names = [entry.name for entry in lesson.info.notebooks]
    later = [item for name in names[names.index(notebook) :] for item in items_of(lesson).of(name)]
    asked = {about.claim for item in later if item.kind == "desk" for about in item.claims}
    told = [claim for box in boxes(lesson, notebook, folded=False) for claim, _, _ in verdicts_told(lesson, box)]
    assert asked.isdisjoint(told)


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_a_dated_verdict_is_that_of_the_claim_on_that_day(lesson, notebook):
    for box in boxes(lesson, notebook):
        for claim, verdict, day in verdicts_told(lesson, box):
            assert claim, box
            assert (claim, day, verdict) == (claim, day, lesson.claims[claim].verdict_on(day).verdict)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_claim_named_here_has_a_verdict_with_a_day_in_some_box(lesson):
    told = {claim for entry in lesson.info.notebooks for box in boxes(lesson, entry.name)
            for claim, _, _ in verdicts_told(lesson, box)}  # fmt: skip
    assert told == set(TOLD[lesson.id].values())


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_whoever_reads_the_misreported_words_reads_that_they_were_never_said(lesson, notebook):
    sentence, day, told = MISREPORTED[lesson.id]
    text = "".join((lesson.folder / f"{notebook}{ending}").read_text("utf-8") for ending in (".md", ".yaml"))
    if re.search(rf"\b{sentence}\b", text) and notebook != FIRST:
        [box] = [box for box in boxes(lesson, notebook, folded=False) if sentence in box]
        assert told in box
        assert day in box


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_first_notebook_tells_it_in_full_and_no_later_box_tells_it_again(lesson):
    sentence, day, _ = MISREPORTED[lesson.id]
    full = {entry.name for entry in lesson.info.notebooks
            if any("had not" in box or "“has acknowledged" in box for box in boxes(lesson, entry.name))}  # fmt: skip
    assert full == {FIRST}
    [box] = [box for box in boxes(lesson, FIRST) if sentence in box]
    assert day in box


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_nothing_before_the_bet_and_nothing_in_the_open_beside_it_says_what_the_speaker_had_said(lesson):
    first = [entry.name for entry in lesson.info.notebooks].index(FIRST)
    before = "".join((lesson.folder / f"{entry.name}{ending}").read_text("utf-8")
                     for entry in lesson.info.notebooks[:first] for ending in (".md", ".yaml"))  # fmt: skip
    text = (lesson.folder / f"{FIRST}.md").read_text("utf-8").split("{exercise} first-bet")[0]
    ahead = [item for item in items_of(lesson).of(FIRST) if item.role == "recall"]
    shown = TEACHER.sub("", " ".join([before, text, *(item.model_dump_json() for item in ahead)]))
    assert [words for words in ANSWERS[lesson.id] if words in shown] == []
