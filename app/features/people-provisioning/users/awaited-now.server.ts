import { asOrganisationHas } from "~/features/people/domain/index.ts";
import { changePeople, keptPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { SettledUser } from "../domain/settle-user.ts";
import type { Provider } from "../provider.ts";
import { loopOver } from "./settle-manager.server.ts";
import { awaiting, endWaiting } from "./user-store.server.ts";

/**
 * Somebody is there now: whoever was told to report to them does, with people locked. Who would stand above themselves
 * goes on waiting: what is being said now is not about them.
 */
export async function awaitedNow(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  provider: Provider,
  managerId: string,
  { userName, externalId, facts }: Pick<SettledUser, "userName" | "externalId" | "facts">,
): Promise<void> {
  const names = [managerId, userName, externalId, facts.employeeId].filter((name) => name !== null);
  const waiting = await awaiting(tx, provider, names);
  if (waiting.length === 0) return;
  const fitting: string[] = [];
  for (const personId of waiting)
    if ((await loopOver(tx, provider, personId, managerId)) === null) fitting.push(personId);
  const people = [...(await keptPeople(tx, provider, fitting)).values()];
  const moved = people.map((person) => ({ ...asOrganisationHas(person), managerId }));
  await changePeople(platform, tx, provider, "provisioning", moved);
  await endWaiting(tx, provider, fitting, platform.clock.now());
}
