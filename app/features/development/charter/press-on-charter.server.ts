import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { monthsAfter } from "~/platform/calendar/days.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { LONGEST_WHY } from "../domain/charter/charter.ts";
import { deleteCharter, updateCharter } from "./charter-store.server.ts";
import {
  type CharterOutcome,
  noteOnCharter,
  type Ticking,
  workOnOwnCharter,
  workOnProposed,
} from "./work-on-charter.server.ts";

const REVIEW_AFTER_MONTHS = 12;
const revision = z.int().min(1);

/** What whose charter it is does with it. */
export const ownPress = z.object({
  intent: z.enum(["propose", "withdraw", "discard"]),
  revision,
});

/** What whoever is asked to sign does with it. */
export const partnerPress = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign"), revision }),
  z.object({
    intent: z.literal("return"),
    revision,
    why: z.string().trim().min(1).max(LONGEST_WHY),
  }),
]);

/** Signs one's draft and asks the other side to, takes that back, or throws the draft away. */
export function pressOnOwnCharter(
  platform: Ticking,
  actor: Actor,
  { intent, revision: seen }: z.output<typeof ownPress>,
): Promise<CharterOutcome> {
  return workOnOwnCharter<void>(platform, actor, async (held) => {
    const { tx, open, today, person } = held;
    if (intent === "discard" && !open) return { ok: true };
    if (!open) return refuseInput({ code: "changed-meanwhile" });
    const isDone = intent === "propose" ? open.state === "proposed" : false;
    if (isDone || (intent === "withdraw" && open.state === "draft")) return { ok: true };
    // What one signs is what one has read.
    if (open.revision !== seen) return refuseInput({ code: "changed-meanwhile" });
    switch (intent) {
      case "propose":
        if (open.partner === "manager" && person.managerId === null)
          return refuseInput({ code: "nobody" });
        await updateCharter(tx, actor, open.id, {
          ...{ state: "proposed", personSignedOn: today, returnedWhy: null },
        });
        await noteOnCharter(platform, held, "proposed", open.id);
        return { ok: true };
      case "withdraw":
        await updateCharter(tx, actor, open.id, { state: "draft", personSignedOn: null });
        await noteOnCharter(platform, held, "withdrawn", open.id);
        return { ok: true };
      case "discard":
        if (open.state === "proposed") return refuseInput({ code: "waits" });
        await deleteCharter(tx, actor, open.id);
        await noteOnCharter(platform, held, "discarded", open.id);
        return { ok: true };
    }
  });
}

/** Signs a charter for the other side, which makes it one that never changes, or gives it back with why. */
export function pressOnProposed(
  platform: Ticking,
  actor: Actor,
  id: string,
  press: z.output<typeof partnerPress>,
): Promise<CharterOutcome> {
  return workOnProposed(platform, actor, id, async (held) => {
    const { tx, charter, today } = held;
    if (charter.state === "signed") return { ok: true };
    if (charter.revision !== press.revision) return refuseInput({ code: "changed-meanwhile" });
    if (press.intent === "return") {
      const facts = { state: "draft" as const, personSignedOn: null, returnedWhy: press.why };
      await updateCharter(tx, actor, id, facts);
      await noteOnCharter(platform, { tx, actor }, "returned", id);
      return { ok: true };
    }
    await updateCharter(tx, actor, id, {
      ...{ state: "signed", partnerSignedOn: today, partnerId: actor.personId },
      reviewOn: monthsAfter(today, REVIEW_AFTER_MONTHS),
    });
    await noteOnCharter(platform, { tx, actor }, "signed", id);
    return { ok: true };
  });
}
