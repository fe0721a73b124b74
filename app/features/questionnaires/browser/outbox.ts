/** Answers that were given and are not on the server yet: kept on this device, for one request, until they are. */
export type Outbox = {
  all(): Map<string, string>;
  put(field: string, value: string): void;
  /** Forgets a field, unless it was changed since to something else. */
  sent(field: string, value: string): void;
  clear(): void;
  /** Whether what is put in outlives the page. */
  readonly lasts: boolean;
};

/**
 * Two tabs share one outbox, so that neither sends what the other has changed since. Without storage, memory serves,
 * and so it does where others use the device (`mayLast` is false).
 */
export function openOutbox(request: string, mayLast = true): Outbox {
  const key = `twohats:${request}`;
  let memory = new Map<string, string>();
  let lasts = mayLast;
  const read = (): Map<string, string> => {
    if (!lasts) return new Map(memory);
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
      return new Map(Object.entries(stored as Record<string, string>));
    } catch {
      return new Map(memory);
    }
  };
  const write = (fields: Map<string, string>) => {
    memory = fields;
    if (!mayLast) return;
    try {
      if (fields.size === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(Object.fromEntries(fields)));
    } catch {
      // A browser that keeps nothing still sends from memory; leaving the page asks first.
      lasts = false;
    }
  };
  return {
    all: read,
    put: (field, value) => write(read().set(field, value)),
    sent: (field, value) => {
      const fields = read();
      if (fields.get(field) === value) fields.delete(field);
      write(fields);
    },
    clear: () => write(new Map()),
    get lasts() {
      return lasts;
    },
  };
}
