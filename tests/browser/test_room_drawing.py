"""How a page of a class draws itself: from the top, and the browser has a turn after each part."""

from __future__ import annotations

from itertools import pairwise

import pytest

from classroom_hand import comes_in, device, is_ready, opens

pytestmark = [pytest.mark.browser, pytest.mark.host]
PAGE = "/kupyansk/02_who_says_so"
# Counts the turns of the browser, and notes in which one each part of the page was drawn.
WATCHED = """() => {
  const { port1, port2 } = new MessageChannel();
  let turn = 0;
  port1.onmessage = () => port2.postMessage(++turn);
  port2.postMessage(0);
  window.drawn = [];
  const seen = (changes) => {
    for (const { target } of changes)
      if (target.dataset?.face && !window.drawn.some(({ face }) => face === target.dataset.face))
        window.drawn.push({ face: target.dataset.face, turn });
  };
  new MutationObserver(seen).observe(document, { childList: true, subtree: true });
}"""


def test_the_first_exercise_can_be_used_before_the_last_is_drawn(lesson, card, browser):
    with device(browser) as page:
        comes_in(page, lesson, card)
        page.add_init_script(f"({WATCHED})()")
        opens(page, lesson, PAGE)
        drawn = page.evaluate("window.drawn")
        places = page.locator("[data-face]").evaluate_all("all => all.map((one) => one.dataset.face)")
        assert [one["face"] for one in drawn] == sorted(places, key=int)
        turns = [one["turn"] for one in drawn]
        assert len(turns) > 5
        assert all(one < other for one, other in pairwise(turns))


def test_a_part_that_cannot_be_loaded_holds_up_no_other(lesson, card, browser):
    context = browser.new_context()
    page = context.new_page()
    comes_in(page, lesson, card)
    page.route("**/figures/peel.js", lambda route: route.abort())
    opens(page, lesson, PAGE)
    is_ready(page)
    shown = page.locator("[data-face]").evaluate_all("all => all.filter((one) => one.childElementCount).length")
    assert shown == page.locator("[data-face]").count() - 1
    context.close()


def test_the_buttons_of_an_exercise_stand_in_one_row_and_look_alike(lesson, card, browser):
    with device(browser) as page:
        comes_in(page, lesson, card)
        opens(page, lesson, PAGE)
        buttons = page.locator(".ws-exercise").first.locator(".ws-button:visible")
        looks = buttons.evaluate_all("""all => all.map((one) => {
          const { marginTop, borderLeftWidth, borderRightWidth } = getComputedStyle(one);
          return [marginTop, borderLeftWidth === borderRightWidth].join();
        })""")
        assert len(looks) > 1
        assert len(set(looks)) == 1
        assert looks[0].endswith("true")
