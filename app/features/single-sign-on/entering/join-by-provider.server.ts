import { randomBytes } from "node:crypto";
import { type Auth, accountFor, admit, inTurn } from "~/features/identity/index.server.ts";
import { type Actor, PROVISIONING } from "~/features/identity/index.ts";
import { addPeople, lockPeople, peopleByIds } from "~/features/people/index.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Said } from "../domain/provider.ts";
import type { Settled } from "../domain/who-comes.ts";
import { insertLink } from "../links/link-store.server.ts";
import { holdersOf } from "./holders-of.server.ts";
import { noteLinked } from "./link-account.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "jobs">;
type Joining = Extract<Settled, { do: "join" }>;
type Whom = { providerId: string; said: Said & { address: string } };

/**
 * Lets somebody into an organisation who comes by its provider for the first time: with an account that nobody knows
 * the password of, which they can choose by letter as anybody does; as the person of the directory that they are, or
 * as one more without any rights. `over`: somebody was quicker, and they begin again.
 */
export async function joinByProvider(
  platform: Parts,
  auth: Auth,
  scope: OrganisationScope,
  { providerId, said }: Whom,
  { personId, accountId }: Joining,
): Promise<Outcome<{ accountId: string }, "busy" | "over">> {
  const name = (await nameOf(platform, scope, personId)) ?? said.name ?? said.address;
  const account = accountId === "new" ? await newAccount(auth, said.address, name) : accountId;
  if (account === "busy") return refuse("busy");
  if (account === null) return refuse("over");
  const since = todayOf(platform);
  return inOrganisation(platform, scope, async (tx) => {
    await lockPeople(tx, scope);
    const isNew = personId === "new";
    if (isNew && (await holdersOf(tx, scope, said.address)).length > 0) return refuse("over");
    const id = isNew ? newId() : personId;
    const added = { id, name, email: said.address.toLowerCase() };
    if (isNew) await addPeople(platform, tx, providerIn(scope), "provisioning", [added]);
    const member = { accountId: account, personId: id, role: "member" as const };
    if (!(await admit(platform, tx, scope.organisationId, member))) {
      if (isNew) throw new Error("somebody who was added just now is in already");
      return refuse("over");
    }
    await insertLink(tx, scope, { providerId, subject: said.subject, accountId: account, since });
    if (accountId !== "new") await noteLinked(platform, tx, scope, { accountId, providerId });
    return accept({ accountId: account });
  });
}

/** Whoever stands for a provider where people are changed: nobody's account. */
export function providerIn({ organisationId }: OrganisationScope): Actor {
  return { organisationId, accountId: PROVISIONING, personId: null, role: "admin" };
}

async function nameOf(
  platform: Pick<Platform, "database">,
  scope: OrganisationScope,
  personId: string,
): Promise<string | null> {
  if (personId === "new") return null;
  const [person] = await inOrganisation(platform, scope, (tx) =>
    peopleByIds(tx, scope, [personId]),
  );
  return person?.name ?? null;
}

async function newAccount(auth: Auth, email: string, name: string): Promise<string | null> {
  const password = randomBytes(32).toString("base64url");
  // Wrapped: that somebody was quicker is an answer as well, and not that too many wait.
  const made = await inTurn(async () => ({
    id: await accountFor(auth, { email, name, password }),
  }));
  return "id" in made ? made.id : "busy";
}
