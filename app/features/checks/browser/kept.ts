/** Results that somebody chose to keep on this device, oldest first. */
export type Kept = { check: string; code: string; on: string };

const PLACE = "twohats-checks";

function everyKept(): Kept[] {
  const text = localStorage.getItem(PLACE);
  if (text === null) return [];
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // Whatever else wrote there: it is no result of ours.
    return [];
  }
  return Array.isArray(read) ? read.filter(isKept) : [];
}

function isKept(value: unknown): value is Kept {
  const { check, code, on } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof check === "string" &&
    typeof code === "string" &&
    typeof on === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(on)
  );
}

/** Those of one check; none where this browser keeps nothing. */
export function keptOf(check: string): Kept[] {
  try {
    return everyKept().filter((each) => each.check === check);
  } catch {
    return [];
  }
}

/** Keeps one, once. @returns whether this browser kept it. */
export function keep(kept: Kept): boolean {
  try {
    const others = everyKept().filter(
      ({ check, code, on }) => check !== kept.check || code !== kept.code || on !== kept.on,
    );
    localStorage.setItem(PLACE, JSON.stringify([...others, kept]));
    return true;
  } catch {
    return false;
  }
}

/** Deletes those of one check. */
export function forget(check: string): void {
  try {
    const others = everyKept().filter((each) => each.check !== check);
    if (others.length > 0) localStorage.setItem(PLACE, JSON.stringify(others));
    else localStorage.removeItem(PLACE);
  } catch {
    // A browser that lets nobody look keeps nothing either.
  }
}
