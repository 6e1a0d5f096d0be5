/* A look into a map under a key that is there. */

/**
 * Give what a map holds; it is a fault of ours if that is nothing.
 * @template Key, Value
 * @param {Map<Key, Value>} map
 * @param {Key} key
 * @returns {Value}
 */
export function known(map, key) {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nothing is known of “${key}”.`);
  return value;
}
