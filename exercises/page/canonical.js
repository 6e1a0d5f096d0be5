/* One text for one value, whatever the order of its names. */

/** @param {unknown} value that JSON can hold */
export function canonical(value) {
  return JSON.stringify(value, (_, part) => {
    if (!part || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
