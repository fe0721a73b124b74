const DAY_MS = 86_400_000;

/** Days for which a proof may be missing in DNS before the domain counts no more: a holiday, and a move of the zone. */
const GRACE_DAYS = 14;

/** When the proof of a domain is looked for next, after it was looked for, or found for the first time. */
export function nextLook(lookedAt: Date): Date {
  return new Date(lookedAt.getTime() + DAY_MS);
}

/** From when a domain counts no more whose proof is missing. */
export function graceEnds(missingSince: Date): Date {
  return new Date(missingSince.getTime() + GRACE_DAYS * DAY_MS);
}

export type Looked = "found" | "missing" | "away";

/**
 * What follows from looking for the proof of a domain that counted until now. Where nobody could be asked, nothing: a
 * name server that is down takes nothing from anybody.
 */
export function afterLook(
  looked: Looked,
  { missingSince, now }: { missingSince: Date | null; now: Date },
): { missingSince: Date | null; tells: "missing" | "lost" | null } {
  if (looked === "away") return { missingSince, tells: null };
  if (looked === "found") return { missingSince: null, tells: null };
  if (missingSince === null) return { missingSince: now, tells: "missing" };
  const isOver = now >= graceEnds(missingSince);
  return { missingSince, tells: isOver ? "lost" : null };
}
