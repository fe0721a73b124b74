const DAY_MS = 86_400_000;

/** An administrator, as far as it matters for whether two are two. */
export type OfficeHolder = {
  accountId: string;
  /** Since when they have the role. */
  since: Date;
  /** Who gave it; null for whoever set the organisation up. */
  givenBy: string | null;
  /** Whether they are in. */
  present: boolean;
  /** Changes of their own address that they have not confirmed themselves. */
  readdressed: readonly { at: Date; makers: readonly string[] }[];
};

export type DecidedAlone = {
  changedAt: Date;
  waitDays: number;
  makers: readonly string[];
  /** Whether all who made it had been in office longer than the wait. */
  makersCount: boolean;
};

/** Why somebody is no second person. */
export type NoSecond =
  | "made-it"
  | "out"
  | "makers-too-new"
  | "appointed-by-first"
  | "readdressed"
  | "too-new";

/**
 * Whether an administrator counts as a second person beside whoever changed an address; null: they do. They must be in,
 * in office for longer than the wait before the change, and neither appointed nor re-addressed within it. The same is
 * asked of who made the change (`isSettled`, when it was made), so that nobody sends a straw man first and agrees with
 * them.
 */
export function noSecond(change: DecidedAlone, second: OfficeHolder): NoSecond | null {
  if (change.makers.includes(second.accountId)) return "made-it";
  if (!second.present) return "out";
  if (!change.makersCount) return "makers-too-new";
  const from = windowOf(change);
  if (second.since > from)
    return second.givenBy !== null && change.makers.includes(second.givenBy)
      ? "appointed-by-first"
      : "too-new";
  return wasReaddressed(second, from) ? "readdressed" : null;
}

/**
 * Whether an administrator who changes an address now has been one for longer than the wait, at an address of their
 * own.
 */
export function isSettled(maker: OfficeHolder, now: Date, waitDays: number): boolean {
  const from = windowOf({ changedAt: now, waitDays });
  return maker.present && maker.since <= from && !wasReaddressed(maker, from);
}

function windowOf({ changedAt, waitDays }: Pick<DecidedAlone, "changedAt" | "waitDays">): Date {
  return new Date(changedAt.getTime() - waitDays * DAY_MS);
}

/** By anybody but themselves: whoever did it may be somebody's straw man. */
function wasReaddressed({ accountId, readdressed }: OfficeHolder, from: Date): boolean {
  return readdressed.some(
    ({ at, makers }) => at > from && makers.some((maker) => maker !== accountId),
  );
}
