"""plain.yaml has a version for each sentence or none at all, not much longer, with the same quotations and numbers."""

import pytest
from small_lesson import change
from stub_kinds import STUB_KINDS

from exercises.kinds.items import check_lesson
from exercises.lesson.load import load_lesson


@pytest.fixture
def file(small_lesson):
    """Give the plain versions of the small lesson, with which it is sound."""
    path = small_lesson / "plain.yaml"
    lines = load_lesson(small_lesson).article.sentences
    path.write_text("sentences:\n" + "".join(f"  S{one.number}: '{one.text}'\n" for one in lines), "utf-8")
    assert told(path) == []
    return path


def told(path):
    return [(one.file.name, one.line, one.what, one.cure) for one in check_lesson(path.parent, STUB_KINDS)]


def test_a_lesson_need_not_have_plain_versions(small_lesson):
    assert load_lesson(small_lesson).plain == {}
    (small_lesson / "plain.yaml").write_text("sentences: {}\n", "utf-8")
    assert load_lesson(small_lesson).plain == {}


def test_a_sentence_without_a_plain_version_is_named_with_the_cure(file):
    line = change(file, "  S2:", "  S7:")
    assert [one[:3] for one in told(file)] == [
        ("plain.yaml", 1, "No plain version is given for S2"),
        ("plain.yaml", line, "There is no sentence S7 in the article"),
    ]
    assert [cure for *_, cure in told(file)] == [
        "Write one for each sentence, or take the whole file away.",
        "Write a name from S1 to S3.",
    ]


def test_a_version_that_is_much_longer_is_told_with_how_many_words_it_may_have(file):
    sentence = load_lesson(file.parent).article.sentence(2)
    own = len(sentence.text.split())
    most = own + max(own // 3, 5)
    line = change(file, sentence.text, sentence.text + " more" * (most - own) + " (words that explain a word)")
    assert told(file) == []
    change(file, " more (", " more more (")
    ((name, where, what, cure),) = told(file)
    assert (name, where) == ("plain.yaml", line)
    assert f"S2 has {most + 1} words, and the sentence has {own}" in what
    assert f"at most {most};" in cure


@pytest.mark.parametrize(
    ("old", "new", "what", "cure"),
    [
        ("1902", "1903", "other numbers than the sentence: “1903”, “40,000”", "“1902”, “40,000”"),
        ("1902", "old times", "other numbers than the sentence: “40,000”", "“1902”, “40,000”"),
        ("mayor", "“mayor”", "other quoted words than the sentence: “mayor”", "none"),
    ],
)
def test_quoted_words_and_numbers_stay_as_they_stand(file, old, new, what, cure):
    line = change(file, old, new)
    ((_, where, said, mended),) = told(file)
    assert where == line
    assert said.endswith(what)
    assert f"Keep them as they stand: {cure}." in mended
