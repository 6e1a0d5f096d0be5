"""A file of words that lacks something is told with its file, all faults at once, before any of its words is used."""

import re

import pytest
import yaml
from invented import LANGUAGE, write_lesson, write_locale
from typer.testing import CliRunner

from exercises.cli import app
from exercises.files.problems import LessonError
from exercises.files.reading import read_plain
from exercises.words import speaking, words
from exercises.words.spoken import MORE


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Change the words of the invented language, and give what is told of them."""
    folder = tmp_path / "locale"
    write_locale(folder)
    file = folder / f"{LANGUAGE}.yaml"
    monkeypatch.setenv(MORE, str(folder))

    def after(change):
        spoken = read_plain(file)
        change(spoken)
        file.write_text(yaml.safe_dump(spoken, allow_unicode=True), encoding="utf-8")
        with pytest.raises(LessonError) as refused, speaking(LANGUAGE):
            words("kit")
        assert {problem.file for problem in refused.value.problems} == {file}
        return [f"{problem.what}. {problem.cure}" for problem in refused.value.problems]

    return after


def test_missing_sections_and_words_are_told_together(told):
    def change(spoken):
        del spoken["formats"]
        del spoken["kit"]["check"]

    assert told(change) == [
        "Words are missing: “kit.check”, “formats”. Take them over from en.yaml and translate them."
    ]


def test_of_many_missing_words_some_are_named_and_the_rest_is_counted(told):
    (one,) = told(lambda spoken: spoken["kit"].clear())
    assert one.count("“kit.") == 12
    assert " more. Take them over" in one


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("{tiem}", "“kit.draft_found” has a place {tiem} that nothing is put into. The places in en.yaml: {time}."),
        ("{}", "“kit.draft_found” has a place {} that nothing is put into. The places in en.yaml: {time}."),
        ("{time", "“kit.draft_found” has a brace that opens or closes nothing."),
        (["{time}"], "“kit.draft_found” has another shape than in en.yaml. Write it as it is written there."),
        (None, "“kit.draft_found” has another shape than in en.yaml. Write it as it is written there."),
    ],
)
def test_what_no_sentence_can_be_made_of_is_told(told, wrong, what):
    (one,) = told(lambda spoken: spoken["kit"].update(draft_found=wrong))
    assert one.startswith(what)


def test_eleven_months_are_told(told):
    assert told(lambda spoken: spoken["dates"]["months"].pop()) == ["“dates.months” holds 11 months. Write all twelve."]


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_command_ends_in_the_sentence(told, tmp_path, command):
    folder = write_lesson(tmp_path / "lessons" / "bridge")
    (sentence,) = told(lambda spoken: spoken.pop("formats"))
    more = [] if command == "check" else ["--to", str(tmp_path / "out")]
    done = CliRunner().invoke(app, [command, str(folder), *more])
    assert done.exit_code == 1
    assert sentence in " ".join(done.output.split())


@pytest.mark.parametrize("section", ["cli", "write"])
def test_no_sentence_says_1_words(section):
    told = {name: one for name, one in words(section).items() if isinstance(one, str)}
    assert [name for name, one in told.items() if re.search(r"\{(count|n)\} (?!of )(\w+ )?\w+s\b", one)] == []


@pytest.mark.parametrize("section", ["store", "exports", "bar", "kit", "seal", "exchange", "session", "report"])
def test_nobody_at_a_computer_of_their_own_is_sent_to_a_teacher(section):
    told = {name: one for name, one in words(section).items() if isinstance(one, str)}
    asked = {name: one.split(". ") for name, one in told.items() if "teacher" in one}
    sent = [(name, part) for name, parts in asked.items() for part in parts if "teacher" in part]
    assert [(name, part) for name, part in sent if not part.startswith("At school")] == []
