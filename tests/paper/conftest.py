"""The paper of the real lesson, printed once for all tests that only read it."""

import pytest
from paper_pages import KUPYANSK, printed


@pytest.fixture(scope="session")
def paper(tmp_path_factory) -> dict[str, str]:
    """Give the pages by name."""
    return printed(KUPYANSK, tmp_path_factory.mktemp("paper"))
