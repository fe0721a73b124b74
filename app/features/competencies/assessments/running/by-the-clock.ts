import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Nobody: the clock, which closes what HR said should close by itself. It is no `Actor` and asks for nothing else. */
export type ByTheClock = {
  readonly organisationId: string;
  /** As the records say it. No account has this id. */
  readonly accountId: "the clock";
  readonly personId: null;
  readonly role: "clock";
};

export function byTheClock({ organisationId }: OrganisationScope): ByTheClock {
  return { organisationId, accountId: "the clock", personId: null, role: "clock" };
}
