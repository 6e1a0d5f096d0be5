"""What the tests of the paper share: printing a lesson, and reading a page as a person sees it."""

import re
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path

from filelock import FileLock

from exercises.paper import print_lesson

KUPYANSK = Path(__file__).parents[1] / "lessons" / "kupyansk"


def printed(folder: Path, to: Path) -> dict[str, str]:
    """Print a lesson and give its pages by name, without the codes, which are new each time."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in print_lesson(folder, to)}
    return {name: page for name, page in pages.items() if name != "code_cards.html"}


def printed_once(folder: Path, to: Path) -> dict[str, str]:
    """Print a lesson where all processes of a run find its pages: the first one prints, the others wait and read."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(to.with_suffix(".lock")):
        if not to.exists():
            half = to.with_suffix(".half")
            printed(folder, half)
            half.rename(to)
    files = (file for file in to.iterdir() if file.name != "code_cards.html")
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def seen(page: str) -> str:
    """Give what a reader sees of a page, without tags and style."""
    bare = re.sub(r"<style>.*?</style>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def times(name: str, text: str) -> int:
    """Count how often an id stands in a text by itself."""
    return _counted(text)[name]


@cache
def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\w-]+", text))
