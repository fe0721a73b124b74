type Refused = { reason: string; seconds?: number };

/** Seconds that a browser or a script should leave before it asks a busy server again. */
const A_MOMENT = 5;

/** How HTTP says a refusal: with when to come back, where that helps. */
export function refusalAnswer(refusal: Refused): { status: number; headers?: Headers } {
  const later = (seconds: number) => new Headers({ "Retry-After": String(seconds) });
  if (refusal.seconds !== undefined) return { status: 429, headers: later(refusal.seconds) };
  if (refusal.reason === "busy") return { status: 503, headers: later(A_MOMENT) };
  return { status: refusal.reason === "expired" ? 410 : 400 };
}

/** The wait in words counts minutes, the last one begun. */
export function minutesOf(refusal: Refused): number {
  return Math.ceil((refusal.seconds ?? 0) / 60);
}
