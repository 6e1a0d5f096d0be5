"""A hand that chooses: the smallest exercise there is, for what the frame does around any."""

import json

OPTIONS = [{"id": "a", "text": "Military"}, {"id": "b", "text": "Reporter"}]
BODY = {"prompt": "Who?", "quote": "", "several": False, "options": OPTIONS}
DRAFT = "whosays/amber-heron-42/kupyansk/one"


def opened(open_alone, **options):
    return open_alone("choose", BODY, **options)


def choose(one, name="Military"):
    one.page.get_by_label(name).check()


def check(one, name="Military"):
    choose(one, name)
    one.be_sure()
    one.button("Check").click()


def kept(one):
    script = "(name) => localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith(name)) ?? '')"
    text = one.page.evaluate(script, DRAFT)
    return json.loads(text) if text else None


def after(one, milliseconds):
    one.page.clock.run_for(milliseconds)
