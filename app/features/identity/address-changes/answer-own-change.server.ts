import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "../domain/actor.ts";
import { stateAt } from "../domain/address-change.ts";
import { latestChanges } from "./address-change-store.server.ts";
import { settleChange } from "./settle-change.server.ts";

/**
 * What somebody signed in says of a change of their own address. Only an account they had before the change is in
 * (`presenceOf`), so it is theirs. What was refused once is not confirmed here: then the address and the account speak
 * for two people.
 */
export async function answerOwnChange(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  answer: "mine" | "not-mine",
): Promise<Outcome<void, "unknown">> {
  const { personId, accountId } = actor;
  if (personId === null) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const change = (await latestChanges(tx, actor, [personId], { lock: true })).get(personId);
    if (!change || stateAt(change, platform.clock.now()) !== "waiting") return refuse("unknown");
    const word = answer === "mine" ? "confirmed" : "refused";
    const settling = { how: "own-account", by: accountId } as const;
    await settleChange(platform, tx, actor, [change.id], word, settling);
    return { ok: true };
  });
}
