"""A class in the small lesson: one question, and one sentence to mark."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from classes import class_in


@pytest.fixture
def pupils(small_lesson, tmp_path):
    return class_in(small_lesson, tmp_path)
