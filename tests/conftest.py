"""What many tests share."""

import atexit
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

# Tests are found by their files, not as a package; what they share is found here.
sys.path.insert(0, str(Path(__file__).parent))

from small_lesson import build_small_lesson

# Charts that tests draw are kept for this run, and never where the user's own are; all its processes share them.
if "PYTEST_XDIST_WORKER" not in os.environ:
    charts = os.environ["WHOSAYS_CACHE"] = tempfile.mkdtemp(prefix="whosays-charts-")
    atexit.register(shutil.rmtree, charts, ignore_errors=True)

# jsonschema's optional check of addresses, which nothing here asks for, writes 38 grammars in every test process.
sys.modules.setdefault("rfc3987_syntax", None)

# A slow machine is no fault of the code: times are the bench's to measure. Few examples where somebody waits for them;
# the run on a clean clone asks for more.
settings.register_profile("course", deadline=None, max_examples=int(os.environ.get("WHOSAYS_EXAMPLES", "15")))
settings.load_profile("course")


@pytest.fixture
def small_lesson(tmp_path: Path) -> Path:
    """Give the folder of a tiny, sound lesson whose files a test may change."""
    return build_small_lesson(tmp_path / "lessons" / "bridge")


@pytest.fixture
def kinds_lesson(tmp_path: Path) -> Path:
    """Give the folder of the tiny lesson with exercises to rate, to write and to seal."""
    from kinds_lesson import build_kinds_lesson

    return build_kinds_lesson(tmp_path / "lessons" / "bridge")


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    """Give all that a kernel knows of that lesson, read once; nobody changes the lesson or keeps an answer."""
    from kinds_lesson import Kernel

    return Kernel(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def kernel(practice, tmp_path: Path):
    """Give all that a kernel knows of that lesson, with an empty store."""
    return practice.with_empty_store(tmp_path)


@pytest.fixture(scope="session")
def paper_of():
    """Give the paper of a lesson of the course, its pages by name; printed once for all tests that only read it."""

    # Reading the lessons takes a while, and most tests need none.
    from every_lesson import named
    from paper_pages import printed_once

    @cache
    def pages(lesson: str) -> dict[str, str]:
        return printed_once(named(lesson).folder, Path(os.environ["WHOSAYS_CACHE"]) / "paper" / lesson)

    return pages
