"""Traces of a lesson: what does not fit is named with its line."""

import pytest
from compare_lesson import compare_lesson
from small_lesson import change

from exercises.files.problems import LessonError
from exercises.lesson.load import load_lesson


def test_a_sound_trace_is_read_with_its_versions_in_order(tmp_path):
    (trace,) = load_lesson(compare_lesson(tmp_path / "bridge")).background.trace
    assert [version.source for version in trace.versions][:3] == ["town-page", "river-post", "hill-post"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("source: hill-post", "source: hil-post", "Did you mean “hill-post”?"),
        ("source: hill-post", "source: river-post", "stands twice in the trace “bridge-way”"),
        ("sentence: S1", "sentence: S9", "no sentence S9. Its last one is S3."),
        ("terms: [stays], source: hill-post", "source: hill-post, quoted: true", "has no quotation"),
        ("source: shop-blog", "source: shop-blog, after: x", "after"),
    ],
)
def test_a_fault_in_a_trace_is_named_with_file_and_cure(tmp_path, old, new, said):
    folder = compare_lesson(tmp_path / "bridge")
    line = change(folder / "background.yaml", old, new)
    with pytest.raises(LessonError) as caught:
        load_lesson(folder)
    assert [(problem.line, said in str(problem)) for problem in caught.value.problems] == [(line, True)]


def test_a_version_that_is_older_than_the_one_before_it_is_named(tmp_path):
    folder = compare_lesson(tmp_path / "bridge")
    change(folder / "sources.yaml", 'date: "2025-05-03"', 'date: "2025-05-01"')
    with pytest.raises(LessonError, match="stands behind a version of 2025-05-02"):
        load_lesson(folder)


def test_two_traces_cannot_share_an_id(tmp_path):
    folder = compare_lesson(tmp_path / "bridge")
    file = folder / "background.yaml"
    file.write_text(file.read_text("utf-8") + file.read_text("utf-8").removeprefix("trace:\n"), encoding="utf-8")
    with pytest.raises(LessonError, match="“bridge-way” stands twice"):
        load_lesson(folder)
