"""Drafts are counted file by file with their lines, and what a person wrote around them stays to the letter."""

import difflib
from pathlib import Path

from drafted_lesson import make, take_over
from small_lesson import change

from exercises.notebook.check import check_folder
from exercises.notebook.drafts import count_drafts


def counted(folder):
    return {one.file.name: len(one.lines) for one in count_drafts(folder)}


def test_a_lesson_written_by_hand_has_none(small_lesson):
    assert count_drafts(small_lesson) == []


def test_each_mark_counts_wherever_an_entry_stands(small_lesson):
    lines = [
        change(small_lesson / "key.yaml", "  - id: A02a\n", "  - id: A02a\n    draft: true\n") + 1,
        change(small_lesson / "key.yaml", "{id: V02a,", "{id: V02a, draft: true,"),
    ]
    change(small_lesson / "practice.yaml", "      - id: PF01a\n", "      - id: PF01a\n        draft: true\n")
    change(small_lesson / "one.yaml", "  - id: who-speaks\n", "  - draft: true\n    id: who-speaks\n")
    change(small_lesson / "claims.yaml", "  - id: C2\n", "  - id: C2\n    draft: false\n")
    assert counted(small_lesson) == {"key.yaml": 2, "one.yaml": 1, "practice.yaml": 1}
    assert list(count_drafts(small_lesson)[0].lines) == lines
    assert check_folder(small_lesson) == []


def test_a_draft_must_be_true_or_false(small_lesson):
    change(small_lesson / "key.yaml", "  - id: A02a\n", "  - id: A02a\n    draft: perhaps\n")
    (problem,) = check_folder(small_lesson)
    assert (problem.what, problem.cure) == ("“draft” has the wrong form", "Write true or false.")


def test_the_first_lines_are_named_and_the_rest_is_counted(tmp_path):
    folder = make(tmp_path / "bakery")
    key = next(one for one in count_drafts(folder) if one.file.name == "key.yaml")
    sentence = key.sentence(Path("key.yaml"))
    count, (first, *_) = len(key.lines), key.lines
    assert sentence.startswith(f"key.yaml: {count} drafts that nobody has looked at yet, on lines {first}, ")
    assert f"and {len(key.lines) - 3} more" in sentence


def test_a_file_that_is_no_yaml_or_not_there_has_no_drafts(small_lesson):
    (small_lesson / "key.yaml").write_text("draft: true\n- ][", encoding="utf-8")
    (small_lesson / "claims.yaml").unlink()
    assert count_drafts(small_lesson) == []


def test_to_take_a_draft_over_is_to_take_one_line_out(tmp_path):
    folder = make(tmp_path / "bakery")
    before = (folder / "key.yaml").read_text("utf-8").splitlines()
    take_over(folder, "key.yaml")
    after = (folder / "key.yaml").read_text("utf-8").splitlines()
    changed = [line for line in difflib.ndiff(before, after) if not line.startswith("  ")]
    # Whether a sentence without a source is proper, a machine leaves open.
    assert {line for line in changed if "proper:" not in line and line[0] != "?"} == {"-     draft: true"}
    assert "key.yaml" not in counted(folder)
    assert check_folder(folder) == []


def test_a_claim_whose_mark_is_taken_out_before_it_was_answered_says_what_is_left_open(tmp_path):
    folder = make(tmp_path / "bakery")
    file = folder / "claims.yaml"
    file.write_text(file.read_text("utf-8").replace("    draft: true\n", "", 1), "utf-8")
    assert {(one.what, one.cure) for one in check_folder(folder) if one.file == file} == {
        ("“judged” has the wrong form", "Write true or false."),
        ("Nobody has answered yet whether it was said", "Fill in “answer:”, “by:” and “reason:”."),
    }


def test_what_students_read_of_an_article_is_not_left_open_once_its_mark_is_taken_out(tmp_path):
    folder = make(tmp_path / "bakery")
    file = folder / "lesson.yaml"
    change(file, "  draft: true   # take", "  # take")
    names = ("content_note", "publisher", "date_basis", "use")
    assert {one.what for one in check_folder(folder)} == {f"“{name}” is still open" for name in names}
    text = file.read_text("utf-8").replace('"Still open: nobody has looked at this yet."', "Nothing bad happens.")
    file.write_text(text, "utf-8")
    assert check_folder(folder) == []


def test_an_answer_alone_may_not_be_left_out_by_a_person(small_lesson):
    change(small_lesson / "claims.yaml", "      answer: not-applicable\n", "      answer:\n")
    (problem,) = check_folder(small_lesson)
    assert (problem.what, "not-found" in problem.cure) == ("“answer” has the wrong form", True)


def test_a_sentence_of_the_reporters_is_not_taken_over_before_somebody_said_whether_it_is_proper(tmp_path):
    folder = make(tmp_path / "bakery")
    file = folder / "key.yaml"
    entry = file.read_text("utf-8").split("voice:")[1]
    change(file, entry, entry.replace("    draft: true\n", "", 1))
    (problem,) = check_folder(folder)
    assert (problem.what, problem.cure) == ("“proper” has the wrong form", "Write true or false.")
