import { expect } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { bystanders } from "./actors.ts";
import type { House } from "./house.ts";

type Attempt = (actor: Actor, cycleId: string) => Promise<unknown>;

/**
 * Nobody but this organisation's administrators may do it: members are refused; for administrators of another
 * organisation the cycle is as unknown as one that does not exist. `stored` shows that nothing changed by it.
 */
export async function expectRefusals(
  platform: Platform,
  house: House,
  cycleId: string,
  stored: () => Promise<unknown>,
  attempt: Attempt,
): Promise<void> {
  const before = await stored();
  const { members, elsewhere } = await bystanders(platform, house);
  for (const [who, actor] of members)
    expect([who, await attempt(actor, cycleId)]).toEqual([
      who,
      { ok: false, reason: "not-allowed" },
    ]);
  const unknown = { ok: false, reason: "unknown" };
  expect(await attempt(elsewhere, cycleId)).toEqual(unknown);
  for (const id of [newId(), "not-an-id"]) expect(await attempt(house.admin, id)).toEqual(unknown);
  expect(await stored()).toEqual(before);
}
