"""What many tests share."""

import sys
from pathlib import Path

import pytest

# Tests are found by their files, not as a package; what they share is found here.
sys.path.insert(0, str(Path(__file__).parent))

from small_lesson import build_small_lesson


@pytest.fixture
def small_lesson(tmp_path: Path) -> Path:
    """Give the folder of a tiny, sound lesson whose files a test may change."""
    return build_small_lesson(tmp_path / "lessons" / "bridge")
