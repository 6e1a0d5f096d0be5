"""What the frame does with an answer that this edition of an exercise cannot show."""

import pytest

pytestmark = pytest.mark.browser

BODY = {"bins": [{"id": "a", "title": "A"}], "ordered": False, "cards": [{"id": "one", "text": "One."}]}
STRANGE = {"placed": None}  # the view cannot look into a table that is none


def test_it_stays_stored_until_one_begins_anew(open_alone):
    one = open_alone("sort", BODY, state={"answer": STRANGE})
    assert "cannot be shown here. It is kept." in one.page.locator(".ws-note").inner_text()
    assert not one.button("Check").is_visible()
    assert one.page.locator("select").first.is_disabled()
    assert one.sent("draft") == []
    one.button("Try again").click()
    one.page.get_by_label("One.").select_option(label="A")
    assert one.answer() == {"placed": {"one": "a"}}
