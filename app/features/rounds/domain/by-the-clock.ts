/**
 * Nobody: the clock, which closes and releases what HR said should close and be released by itself. It is no `Actor`,
 * so it may do what a policy names it for (such as closing or releasing a round) and can ask for nothing else.
 */
export type ByTheClock = {
  readonly organisationId: string;
  /** As the records say it. No account has this id. */
  readonly accountId: "the clock";
  readonly personId: null;
  readonly role: "clock";
};

export function byTheClock({ organisationId }: { organisationId: string }): ByTheClock {
  return { organisationId, accountId: "the clock", personId: null, role: "clock" };
}
