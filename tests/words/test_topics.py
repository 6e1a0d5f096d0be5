"""What a lesson is about stands in the lesson: neither code nor words of the interface know the topic of one."""

import re
from pathlib import Path

HOME = Path(__file__).parents[2] / "exercises"
TOPICS = re.compile(
    r"ukrain|russia|\bkup|soldier|moscow|kyiv|\bwars?\b|military|battalion|harbou?r|ferry|\bpier\b|altwerd",
    re.IGNORECASE,
)
# Languages have names whatever a lesson is about.
NAMES_OF_LANGUAGES = re.compile(r'ru: "Russian", uk: "Ukrainian"')


def test_no_word_of_a_topic_stands_in_code_or_in_the_words_of_the_interface():
    files = [file for file in HOME.rglob("*") if file.suffix in {".py", ".js", ".css", ".html", ".j2", ".yaml"}]
    assert len(files) > 200
    lines = [
        (str(file.relative_to(HOME)), number, line.strip())
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    ]
    assert [line for line in lines if TOPICS.search(NAMES_OF_LANGUAGES.sub("", line[2]))] == []
