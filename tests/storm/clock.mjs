/* A clock that goes when it is told to, and the numbers by chance: one seed, one storm. */

const BEGIN = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000; // milliseconds
const RealDate = Date;

/** Time for all pages; each timer belongs to the page that set it. */
export class Clock {
  now = 0;
  /** What the clock of the day shows beside the time that has passed: it can be set. */
  #day = BEGIN;
  #timers = new Map();
  #last = 0;

  /** @param {() => void} action @param {number} after @param {number} every 0 for once @param {object} owner */
  set(action, after, every, owner) {
    this.#last += 1;
    this.#timers.set(this.#last, { action, at: this.now + after, every, owner });
    return this.#last;
  }
  clear(number) {
    this.#timers.delete(number);
  }
  /** A page that is closed hears nothing more. */
  drop(owner) {
    for (const [number, timer] of this.#timers) if (timer.owner === owner) this.#timers.delete(number);
  }
  /** Let time pass. @param {number} milliseconds */
  pass(milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [number, timer] = next;
      this.now = timer.at;
      if (timer.every) timer.at += timer.every;
      else this.#timers.delete(number);
      timer.action();
    }
    this.now = end;
  }
  /** Set the clock of the day, back or forward. @param {number} hours */
  turn(hours) {
    this.#day += hours * HOUR;
  }
  /** What stands for `performance`. */
  performance() {
    return { now: () => this.now };
  }
  /** The class that stands for `Date`. */
  date() {
    const read = () => this.#day + this.now;
    return class extends RealDate {
      constructor(...given) {
        super(...(given.length ? given : [read()]));
      }
      static now() {
        return read();
      }
    };
  }
}

/** Chance from a seed (mulberry32). @param {number} seed */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    once: (part) => next() < part,
    oneOf: (list) => list[Math.floor(next() * list.length)],
    /** @param {[number, any][]} list of weights and things */
    weighed(list) {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      return list.find(([weight]) => (left -= weight) < 0)[1];
    },
  };
}
