import type { Actor } from "~/features/identity/index.ts";
import { type CurrentGrant, currentGrants, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { grantedPlan } from "./granted-plan.ts";
import type { ReadPlan } from "./plan-reads.server.ts";

/** With whom a plan is shared today, by name; those who can't read it for all that are marked. For whose it is. */
export async function readersOfOwnPlan(
  tx: Tx,
  actor: Actor,
  { plan, person }: ReadPlan,
  today: string,
): Promise<(CurrentGrant & { isStill: boolean })[]> {
  const grants = await currentGrants(tx, actor, grantedPlan(plan.id), today);
  const people = await peopleByIds(
    tx,
    actor,
    grants.map(({ personId }) => personId),
  );
  const here = new Set(people.flatMap(({ id, status }) => (status === "active" ? [id] : [])));
  return grants.map((grant) => ({
    ...grant,
    isStill:
      here.has(grant.personId) &&
      (grant.reader !== "manager" || grant.personId === person.managerId),
  }));
}

/** Who may see to an action of somebody's own plan beside themselves: whoever can read it. */
export async function mayOwnActions(
  held: ReadPlan & { tx: Tx; actor: Actor; today: string },
): Promise<{ id: string; name: string }[]> {
  const readers = await readersOfOwnPlan(held.tx, held.actor, held, held.today);
  return readers
    .filter(({ isStill }) => isStill)
    .map(({ personId, name }) => ({ id: personId, name }));
}
