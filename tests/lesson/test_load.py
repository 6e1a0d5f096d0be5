"""A lesson is found, read, and its quotations become ranges in the text."""

import subprocess
import sys
from pathlib import Path

import pytest
from small_lesson import ARTICLE

from exercises.files.problems import LessonError
from exercises.lesson.load import find_lessons, load_lesson


def loaded(folder: Path):
    return load_lesson(folder)


def words(lesson, text: str, parts) -> dict[str, list[str]]:
    return {label: [lesson.texts[text].quote(span) for span in spans] for label, spans in parts.items()}


def test_a_sound_lesson_has_its_texts_claims_and_sources(small_lesson):
    lesson = loaded(small_lesson)
    assert lesson.id == "bridge"
    assert lesson.article.text == ARTICLE.removesuffix("\n")
    assert set(lesson.texts) == set(lesson.key) == {"article", "p-ferry"}
    assert lesson.labels == {"article": "", "p-ferry": "Written for this course"}
    assert list(lesson.claims) == ["C1", "C2"]
    assert list(lesson.sources) == ["town-page", "archive-note", "shop-blog"]
    assert lesson.background.people == ()


def test_quotations_become_ranges_and_split_content_several(small_lesson):
    lesson = loaded(small_lesson)
    mark = lesson.key["article"].entry("A02a")
    assert words(lesson, "article", mark.parts) == {
        "cue": ["reportedly"],
        "content": ["The repair will", "cost about 40,000 crowns"],
    }
    assert set(mark.why) == {"cue", "content"}


def test_alternatives_hold_only_the_parts_that_differ(small_lesson):
    lesson = loaded(small_lesson)
    (other,) = lesson.key["article"].entry("A01a").alternatives
    assert words(lesson, "article", other) == {"source": ["mayor of Dovhe"]}


def test_an_alternative_that_moves_no_words_adds_no_ranges(small_lesson):
    hedge = loaded(small_lesson).key["article"].entry("H01a")
    assert hedge.alternatives == ()
    assert hedge.entry.also_accept[0].whose == "cannot-tell"
    assert hedge.why == {"cue": "The month is not settled.", "scope": "The month is not settled."}


def test_offsets_of_a_practice_text_count_in_that_text(small_lesson):
    lesson = loaded(small_lesson)
    mark = lesson.key["p-ferry"].entry("PF01a")
    assert words(lesson, "p-ferry", mark.parts)["content"] == ["The ferry is late"]
    assert mark.parts["content"][0].start == 0


def test_a_lesson_may_do_without_practice_and_background(small_lesson):
    (small_lesson / "practice.yaml").unlink()
    assert set(loaded(small_lesson).texts) == {"article"}


def test_lessons_are_found_from_any_folder_below_them(small_lesson):
    deep = small_lesson.parent.parent / "notebooks" / "bridge"
    deep.mkdir(parents=True)
    assert find_lessons(deep) == small_lesson.parent
    assert find_lessons(small_lesson) == small_lesson.parent


def test_lessons_are_found_beside_the_package_if_nowhere_above(tmp_path):
    assert find_lessons(tmp_path) == Path(__file__).parents[2] / "lessons"


def test_a_folder_that_is_no_lesson_is_refused_with_every_missing_file(tmp_path):
    with pytest.raises(LessonError) as caught:
        load_lesson(tmp_path / "nowhere")
    missing = {problem.file.name for problem in caught.value.problems}
    assert missing == {"lesson.yaml", "key.yaml", "claims.yaml", "sources.yaml", "article.txt"}


def test_opening_a_lesson_leaves_nltk_and_its_28_megabytes_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path))
    code = "import sys, exercises; exercises.open_lesson('kupyansk'); sys.exit('nltk' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
