/* A small model for views: what anywidget's front-end modules need of a host, and no more. */

/**
 * Hold the traits of one face, and pass its messages on.
 * @param {Record<string, any>} traits
 * @param {(content: object) => void} send
 */
export function modelOf(traits, send) {
  /** @type {Map<string, Set<(content: any) => void>>} */
  const heard = new Map();
  const listeners = (/** @type {string} */ name) =>
    heard.get(name) ?? heard.set(name, new Set()).get(name) ?? new Set();
  const tell = (/** @type {string} */ name, /** @type {any} */ content) =>
    [...listeners(name)].forEach((listener) => listener(content));
  return {
    get: (/** @type {string} */ name) => structuredClone(traits[name]),
    on: (/** @type {string} */ name, /** @type {(content: any) => void} */ listener) => listeners(name).add(listener),
    off: (/** @type {string} */ name, /** @type {(content: any) => void} */ listener) =>
      listeners(name).delete(listener),
    send,
    tell,
    /** @param {Record<string, any>} changed */
    set(changed) {
      Object.assign(traits, changed);
      for (const name of Object.keys(changed)) tell(`change:${name}`, undefined);
    },
  };
}
