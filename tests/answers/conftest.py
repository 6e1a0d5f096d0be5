"""Two computers of one student, between whom work is carried as a file."""

import pytest

from exercises.answers.store import Store

CODE = "amber-heron-42"


@pytest.fixture
def school(tmp_path):
    store = Store(tmp_path / "school")
    store.use_code(CODE)
    return store


@pytest.fixture
def home(tmp_path):
    store = Store(tmp_path / "home")
    store.use_code(CODE)
    return store
