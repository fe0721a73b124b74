import {
  anyOwnerBeside,
  lockAdministrators,
  officialsOf,
} from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { directory } from "./standing-reads.server.ts";

/**
 * Whether the last owner who is in is among these people: then they can't all become inactive, because nobody could
 * decide about access any more, and whoever may change people could so get rid of those who decide on them. Holds until
 * the transaction ends.
 */
export async function isLastOwnerAmong(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<boolean> {
  if (personIds.length === 0) return false;
  await lockAdministrators(tx, scope);
  const going = new Set(personIds);
  const owners = (await officialsOf(tx, scope)).filter(({ owner }) => owner);
  if (!owners.some(({ personId }) => personId !== null && going.has(personId))) return false;
  return !(await anyOwnerBeside({ ...platform, directory }, tx, scope, { personIds: going }));
}

/**
 * Who of those that are about to leave owns; and whether somebody else does who is in. Ask under `lockAdministrators`.
 */
export async function whoOwns<Each extends { id: string }>(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  due: readonly Each[],
): Promise<[(Each & { owns: boolean })[], boolean]> {
  const officials = await officialsOf(tx, scope);
  const owners = new Set(officials.flatMap(({ owner, personId }) => (owner ? personId : [])));
  const personIds = new Set(due.map(({ id }) => id));
  const others = await anyOwnerBeside({ ...platform, directory }, tx, scope, { personIds });
  return [due.map((each) => ({ ...each, owns: owners.has(each.id) })), others];
}
