"""The paper of the course's lessons, printed once for all tests that only read it."""

from functools import cache

import pytest
from every_lesson import named
from paper_pages import printed


@pytest.fixture(scope="session")
def paper_of(tmp_path_factory):
    """Give the pages of a lesson of the course by name."""

    @cache
    def pages(lesson: str) -> dict[str, str]:
        return printed(named(lesson).folder, tmp_path_factory.mktemp(lesson))

    return pages


@pytest.fixture(scope="session")
def paper(paper_of) -> dict[str, str]:
    """Give the pages of the lesson on Kupyansk by name."""
    return paper_of("kupyansk")
