"""Names of origins, and logs that count copies once."""

import pytest

from exercises.kinds.desk.origins import origin_name


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("isw-2025-11-21", "ISW, 21 November 2025"),
        ("ua-general-staff-2025-11-20", "Ukrainian General Staff, 20 November 2025"),
        ("town-hall-2025-05-01", "Town Hall, 1 May 2025"),
        ("shop-blog", "Shop Blog"),
    ],
)
def test_an_origin_is_named_in_words(origin, words):
    assert origin_name(origin) == words
