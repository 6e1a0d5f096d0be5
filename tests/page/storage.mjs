/**
 * The storage of a browser, which a browser may forbid, and which may be full.
 * @param {Map<string, string>} kept what lies in it
 */
export function storageOf(kept, forbidden = false, most = Infinity) {
  const guard = () => {
    if (forbidden) throw new Error("storage is forbidden");
  };
  const things = {
    setItem(name, value) {
      guard();
      const others = [...kept].filter(([one]) => one !== name).map((one) => one.join(""));
      if (others.join("").length + name.length + value.length > most) throw new Error("storage is full");
      kept.set(name, value);
    },
    getItem(name) {
      guard();
      return kept.get(name) ?? null;
    },
    removeItem(name) {
      guard();
      kept.delete(name);
    },
  };
  return new Proxy(things, {
    ownKeys: () => (guard(), [...kept.keys()]),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}
