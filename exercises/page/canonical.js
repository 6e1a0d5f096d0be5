/* One text for one value, whatever the order of its names; and for all that was written or chosen in it. */

/** @param {unknown} value that JSON can hold */
export function canonical(value) {
  return JSON.stringify(value, (_, part) => {
    if (!part || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Whether two answers hold the same: a field that is left out is a blank one, and a line may end as it does in fields.
 * @param {unknown} one
 * @param {unknown} other
 */
export const holdsSame = (one, other) => canonical(filled(one)) === canonical(filled(other));

/** @param {unknown} value @returns {unknown} without what is blank; undefined if all of it is */
function filled(value) {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n") || undefined;
  if (!value || typeof value !== "object") return value ?? undefined;
  if (Array.isArray(value)) return value.length ? value.map((one) => filled(one) ?? null) : undefined;
  const parts = Object.entries(value).map(([name, one]) => [name, filled(one)]);
  const some = parts.filter(([, one]) => one !== undefined);
  return some.length ? Object.fromEntries(some) : undefined;
}
