import { newId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createOrganisation } from "../create-organisation.server.ts";
import type { Actor } from "../domain/actor.ts";

export type TestOrganisation = {
  organisationId: string;
  /** Who set it up, and owns it. */
  admin: Actor;
  /** Someone without special rights, optionally as a person of the directory. */
  member(personId?: string): Actor;
};

/** A real, empty organisation with actors for its roles. */
export async function createTestOrganisation(
  platform: Platform,
  name = "Test organisation",
): Promise<TestOrganisation> {
  const organisationId = await createOrganisation(platform, name);
  return {
    organisationId,
    admin: { organisationId, accountId: newId(), personId: null, role: "admin", owner: true },
    member: (personId) => ({
      organisationId,
      accountId: newId(),
      personId: personId ?? null,
      role: "member",
    }),
  };
}
