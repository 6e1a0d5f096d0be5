/* What was asked and not answered yet: the exercises are locked as long as other answers may come of it. */

/** What may bring another student, or other answers: until that is here, nothing can be typed. */
const BRING = ["import", "join", "new-code", "use-code", "go-on"];

/** Questions on their way. The kernel answers them in their order, but one that it never got has no reply. */
export class Waits {
  /** Kinds of questions, the oldest first. @type {string[]} */
  #asked = [];
  #doubted = false; // whether no reply has come for so long that there may be none

  /** @param {string} kind of a question */
  brings(kind) {
    return BRING.includes(kind);
  }

  /** No reply has come for long. One may still come: whatever waits now is let go only when something else is asked. */
  doubt() {
    this.#doubted = true;
  }

  /** Note a question; the newest that brings other answers is the one that counts. @param {string} kind */
  ask(kind) {
    const stays = (/** @type {string} */ one) => this.brings(one) && !this.brings(kind);
    if (this.#doubted) this.#asked = this.#asked.filter(stays);
    this.#doubted = false;
    this.#asked.push(kind);
  }

  /**
   * Take a reply as that to the oldest question that it can answer: a file comes only to whoever asked for one.
   * @param {string} reply its kind
   * @returns {boolean} whether other answers may still come
   */
  hear(reply) {
    const answers = (/** @type {string} */ one) => reply === "trouble" || (one === "export") === (reply === "export");
    const at = this.#asked.findIndex(answers);
    if (at >= 0) this.#asked.splice(at, 1);
    this.#doubted = false;
    return this.#asked.some((one) => this.brings(one));
  }

  /** Nothing is waited for any longer. */
  end() {
    this.#asked = [];
    this.#doubted = false;
  }
}
