import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { House } from "./house.ts";

/**
 * Everyone of this house who is no administrator, by what they are to the usual cycle, and an administrator of another
 * organisation.
 */
export async function bystanders(
  platform: Platform,
  house: House,
): Promise<{ members: [who: string, actor: Actor][]; elsewhere: Actor }> {
  const { member, people } = house;
  return {
    members: [
      ["a member who is nobody in the directory", member()],
      ["a member", member(people.report4)],
      ["the participant", member(people.lead)],
      ["the participant's manager, a rater", member(people.boss)],
      ["a peer, a rater", member(people.peer1)],
    ],
    elsewhere: (await createTestOrganisation(platform)).admin,
  };
}
