"""The paper of the lesson on Kupyansk."""

import pytest


@pytest.fixture(scope="session")
def paper(paper_of) -> dict[str, str]:
    """Give its pages by name."""
    return paper_of("kupyansk")
