/* A voice of the student's own computer: which there are, and one piece of text after another said by one of them. */

/** @typedef {{voice: SpeechSynthesisVoice, rate: number}} How which voice, and how fast; 1 is its usual pace */

/** Says one piece at a time. A voice that works over the internet is never used: it would send the text away. */
export class Voice {
  #engine = window.speechSynthesis;
  /** Held here, because some browsers forget what they say once nobody does. @type {SpeechSynthesisUtterance|null} */
  #saying = null;

  /** @param {string} language of the words, such as "en" */
  constructor(language) {
    this.language = language;
  }

  /** Give the voices for the language that the browser names as the computer's own, its first choice first. */
  all() {
    const mine = this.#found().filter(
      (one) => one?.localService === true && String(one.lang).toLowerCase().split(/[-_]/)[0] === this.language,
    );
    return [...mine.filter((one) => one.default), ...mine.filter((one) => !one.default)];
  }

  /** A browser that is told to be silent may throw instead. @returns {SpeechSynthesisVoice[]} */
  #found() {
    try {
      return [...(this.#engine?.getVoices() ?? [])];
    } catch {
      return [];
    }
  }

  /**
   * Hear of voices that come later: many browsers look for them only when they are asked.
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  heed(changed, signal) {
    this.#engine?.addEventListener?.("voiceschanged", changed, { signal });
  }

  /**
   * Say a piece; what was said before ends.
   * @param {string} text
   * @param {How} how
   * @param {{ended: () => void, failed: () => void}} heard
   */
  say(text, { voice, rate }, { ended, failed }) {
    this.stop();
    try {
      const one = new window.SpeechSynthesisUtterance(text);
      Object.assign(one, { voice, lang: voice.lang, rate });
      // What was stopped tells of its end, too, in some browsers a moment later.
      one.onend = () => this.#saying === one && ended();
      one.onerror = () => this.#saying === one && failed();
      this.#saying = one;
      this.#engine.speak(one);
    } catch {
      failed();
    }
  }

  stop() {
    this.#saying = null;
    try {
      this.#engine?.cancel();
    } catch {}
  }
}
