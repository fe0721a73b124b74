/** Options of everything that gives an interval. */
export interface LevelOption {
  /** Confidence level between 0 and 1; .95 unless told. */
  level?: number;
}

/** The confidence level asked for. Throws a RangeError outside (0, 1). */
export function levelOf(options?: LevelOption): number {
  const level = options?.level ?? 0.95;
  if (!(level > 0 && level < 1)) throw new RangeError(`confidence level ${level} is not in (0, 1)`);
  return level;
}
