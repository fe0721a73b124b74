const WINDOW_MS = 15 * 60_000;
const TRIES = 8;
const REMEMBERED = 10_000;

type Tries = { count: number; until: number };

/** Slows guessing: after eight wrong passwords an address waits out a quarter of an hour. Kept in memory only. */
export function createThrottle() {
  const tries = new Map<string, Tries>();
  const current = (key: string, now: Date): Tries | null => {
    const found = tries.get(key);
    if (!found) return null;
    if (found.until > now.getTime()) return found;
    tries.delete(key);
    return null;
  };
  return {
    isBlocked: (address: string, now: Date): boolean =>
      (current(address.toLowerCase(), now)?.count ?? 0) >= TRIES,
    failed(address: string, now: Date): void {
      const key = address.toLowerCase();
      const count = (current(key, now)?.count ?? 0) + 1;
      tries.set(key, { count, until: now.getTime() + WINDOW_MS });
      const oldest = tries.keys().next();
      if (tries.size > REMEMBERED && !oldest.done) tries.delete(oldest.value);
    },
    succeeded(address: string): void {
      tries.delete(address.toLowerCase());
    },
  };
}

export const signInThrottle = createThrottle();
