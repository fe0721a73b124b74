/** A time of long leave, in months; it may be open. */
export type Pause = { from: number; to: number };

/** Months from one moment to another without those of leave; leaves may overlap. */
export function monthsAtWork(from: number, to: number, pauses: readonly Pause[]): number {
  let away = 0;
  let until = from;
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const start = Math.max(pause.from, until);
    const end = Math.min(pause.to, to);
    if (end <= start) continue;
    away += end - start;
    until = end;
  }
  return Math.max(0, to - from - away);
}
