/* Which answer stands in an exercise: the stored one, a draft that the browser kept, or nothing of another student's. */

import { canonical, draftBox } from "./courier.js";
import { Frame } from "./frame.js";
import { draftOffer } from "./offer.js";

/** Takes over answers that come from outside the page; what the student does is in kit.js. */
export class Keeping extends Frame {
  /** Take the stored state; an answer that is still on its way there is newer and stays. */
  adopt(state) {
    if (this.dirty || this.courier.waiting()) {
      this.state = { ...state, phase: this.state.phase, result: this.state.result, key: this.state.key };
      this.draw();
      return;
    }
    this.state = state;
    const answer = state.answer && Object.keys(state.answer).length ? state.answer : JSON.parse(this.blank);
    // Who begins anew has a blank page until the first change, which replaces what cannot be shown.
    if (!this.refused && !this.anew) {
      if (!this.same(answer)) { this.write(answer); this.history = []; }
      this.confidence = state.confidence ?? null;
    }
    this.draw();
  }

  /** Whether the page shows this answer; what a body keeps beside the answer proper does not count. */
  same(answer) {
    const essence = this.body.essence || ((whole) => whole);
    return canonical(essence(answer)) === canonical(essence(this.unreadable ? JSON.parse(this.current) : this.body.read()));
  }

  /** Show an answer. One that this edition cannot show stays as it is stored; the exercise is closed until Try again. */
  write(answer) {
    this.unreadable = false;
    try {
      this.body.write(answer);
      this.current = JSON.stringify(this.body.read());
    } catch {
      this.unreadable = true;
      this.current = JSON.stringify(answer);
      this.tell(this.words.unreadable);
    }
  }

  /** After another student began, nothing of the last one may be sent or shown. */
  otherStudent(page) {
    if (page.code === this.page.code) return;
    clearTimeout(this.timer);
    this.courier.forget();
    Object.assign(this, { page, box: draftBox(page), dirty: false, busy: false, history: [], refused: "", confidence: null, run: null });
    this.notices.replaceChildren();
    this.body.reset?.();
    this.write(JSON.parse(this.blank));
  }

  offerDraft() {
    const draft = this.box.read();
    if (this.page.opening || !draft || !draft.answer) return;
    if (this.same(draft.answer) && (draft.confidence ?? null) === this.confidence) { this.box.clear(); return; }
    // What is sealed or opened cannot be changed, so there is nothing to use a draft for.
    if (this.page.seal && !this.goesOn(draft) && !["open", "passed"].includes(this.state.phase)) return;
    const close = (action) => { this.notices.replaceChildren(); action(); this.focusBody(); };
    const drop = () => { this.box.clear(); this.say(this.words.draft_dropped); };
    this.notices.replaceChildren(draftOffer(draft, this.words, close, { use: () => this.useDraft(draft), drop }));
  }

  /** Whether a draft only carries on with the second part of what is committed. */
  goesOn(draft) {
    const { first } = this.body;
    return this.state.phase === "half" && canonical(first(draft.answer)) === canonical(first(this.body.read()));
  }

  useDraft(draft) {
    if (this.state.phase !== "open" && !this.goesOn(draft)) this.again();
    const before = this.current;
    this.write(draft.answer);
    if (this.unreadable) { this.draw(); return; }
    this.history = [...this.history, before];
    this.confidence = draft.confidence ?? null;
    this.edited();
    this.say(this.words.draft_used);
  }
}
