export type Latest<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
};

/** Remembers up to `most` values: one more drops the one that was not asked for longest, and no other. */
export function latest<Value>(most: number): Latest<Value> {
  // A Map keeps the order in which keys were added: the first is the one not asked for longest.
  const known = new Map<string, Value>();
  return {
    get(key) {
      const value = known.get(key);
      if (value === undefined) return undefined;
      known.delete(key);
      known.set(key, value);
      return value;
    },
    set(key, value) {
      known.delete(key);
      known.set(key, value);
      for (const [oldest] of known) {
        if (known.size <= most) return;
        known.delete(oldest);
      }
    },
  };
}
