import type { Actor } from "~/features/identity/index.ts";
import {
  countActivePeople,
  type DirectoryPerson,
  peopleByIds,
  seenAs,
} from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { SCIM_PATH } from "./answering/answer-scim.server.ts";
import { peopleIn } from "./departures/departure-store.server.ts";
import { mayProvision } from "./policy.ts";
import { countsKept } from "./provisioned-reads.server.ts";
import { openTokens } from "./tokens/token-reads.server.ts";

const NAMED = 50;

/** People by name, the first of them, how many there are, and by what it is known whether they are the same later. */
export type Named = {
  total: number;
  seen: string;
  people: Pick<DirectoryPerson, "id" | "name" | "jobTitle">[];
};

/** What an administrator sees of provisioning; null for everyone else. */
export async function readProvisioningPage(
  platform: Pick<Platform, "database" | "publicUrl">,
  actor: Actor,
) {
  if (!mayProvision(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => ({
    address: `${platform.publicUrl}${SCIM_PATH}`,
    tokens: await openTokens(tx, actor),
    counts: await countsKept(tx, actor),
    active: await countActivePeople(tx, actor),
    held: await named(tx, actor, await peopleIn(tx, actor, "held")),
    staying: await named(tx, actor, await peopleIn(tx, actor, "stays")),
  }));
}

export type ProvisioningPage = NonNullable<Awaited<ReturnType<typeof readProvisioningPage>>>;

async function named(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Named> {
  const people = await peopleByIds(tx, actor, ids.slice(0, NAMED));
  return {
    total: ids.length,
    seen: seenAs(ids),
    people: people.map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),
  };
}
