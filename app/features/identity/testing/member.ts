import type { Platform } from "~/platform/platform.server.ts";
import { accountFor } from "../account-for.server.ts";
import { addMember } from "../add-member.server.ts";
import type { Auth } from "../auth.server.ts";
import type { Actor } from "../domain/actor.ts";

type Wanted = {
  name: string;
  role: "admin" | "analyst" | "member";
  owner?: boolean;
  personId?: string;
};

/** A real account, let into an organisation at the platform's present moment. */
export async function createMember(
  platform: Platform,
  auth: Auth,
  organisationId: string,
  { name, role, owner = false, personId = undefined }: Wanted,
): Promise<Actor> {
  const email = `${name}.${organisationId.slice(-12)}@accounts.test`;
  const account = { email, name, password: "correct horse battery" };
  const accountId = await accountFor(auth, account);
  if (accountId === null) throw new Error("an account was there before");
  await addMember(platform, organisationId, { accountId, personId: personId ?? null, role, owner });
  return { organisationId, accountId, personId: personId ?? null, role, owner };
}
