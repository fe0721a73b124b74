export type FaultDescription = { name: string; code?: string; at?: string[] };

const FRAMES = 12;

/**
 * What a log may say of an error: its kind, its code, and where in the program it happened. Never its message: that may
 * repeat what someone typed, an address or a personal link.
 */
export function describeFault(error: unknown): FaultDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const code =
    "code" in error && /^[\w-]{1,40}$/.test(String(error.code)) ? String(error.code) : null;
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
  return { name: error.name, ...(code ? { code } : {}), ...(at.length > 0 ? { at } : {}) };
}
