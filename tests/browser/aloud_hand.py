"""A voice for tests: it notes what it is asked to say, and ends a piece when the test says so."""

from __future__ import annotations

from playwright.sync_api import expect

OWN = {"name": "Anna of this computer", "lang": "en-GB", "voiceURI": "anna", "localService": True, "default": True}
OTHER = {"voiceURI": "ben", "name": "Ben of this computer", "lang": "en_US", "localService": True, "default": False}
FAR = {"voiceURI": "cloud", "name": "Cloud", "lang": "en-US", "localService": False, "default": False}
FOREIGN = {"voiceURI": "dora", "name": "Dora", "lang": "de-DE", "localService": True, "default": False}
ENGINE = """
(voices) => {
  const heard = window.heard = [];
  let now = null;
  const engine = new EventTarget();
  engine.getVoices = () => voices;
  engine.speak = (one) => { now = one; heard.push(one.text); };
  // As in browsers, what is broken off tells of it a moment later.
  engine.cancel = () => {
    const old = now;
    now = null;
    if (old) setTimeout(() => old.onerror({ error: "interrupted" }));
  };
  window.voice = {
    ends() { const old = now; now = null; old.onend(); },
    breaks() { const old = now; now = null; old.onerror({ error: "synthesis-failed" }); },
    get speaks() { return now && { text: now.text, voice: now.voice.name, rate: now.rate }; },
    hide(more) { voices = more; },
    come(more) { voices = more; engine.dispatchEvent(new Event("voiceschanged")); },
  };
  Object.defineProperty(window, "speechSynthesis", { configurable: true, value: engine });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}
"""


def give_voices(page, *voices):
    """Give the browser these voices, and no other ones, until the page is left."""
    page.evaluate(ENGINE, list(voices))


def panel(page):
    """Find the panel that reads aloud."""
    return page.get_by_role("region", name="Read aloud")


def opens_panel(page, *voices, before=""):
    """Open the panel in a browser with these voices, which does something odd if asked to."""
    give_voices(page, *voices)
    page.evaluate(f"() => {{ const engine = window.speechSynthesis; {before}; }}")
    page.get_by_role("button", name="Read aloud").click()
    expect(panel(page)).to_be_visible()


def press(page, name):
    """Press a button of the panel."""
    panel(page).get_by_role("button", name=name, exact=True).click()


def says(page, sentence):
    """Wait until the panel says this about itself."""
    expect(panel(page).get_by_role("status")).to_contain_text(sentence)


def spoken(page):
    """Give what is said just now, with which voice and how fast; None if nothing is."""
    return page.evaluate("window.voice.speaks")


def ends(page, times=1):
    """End the piece that is said, and those behind it."""
    page.evaluate("(times) => { for (; times > 0; times -= 1) window.voice.ends(); }", times)


def hears_it_all(page):
    """Read to the end of the page; give each piece that is said on the way."""
    return page.evaluate(
        "() => { for (let most = 3000; window.voice.speaks && most > 0; most -= 1) window.voice.ends();"
        " return window.heard; }"
    )
