import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { deleteFeed, replaceFeed } from "./feed-store.server.ts";
import { mayHaveCalendar } from "./policy.ts";

/** `replaces` is the feed that the page showed, so that a second press makes no further one. */
export const feedPress = z.discriminatedUnion("step", [
  z.object({ step: z.literal("make"), replaces: z.union([z.uuid(), z.literal("")]).default("") }),
  z.object({ step: z.literal("stop") }),
]);
export type FeedPress = z.output<typeof feedPress>;

/** Makes the link for the calendar of whoever asks, in place of the one before, or stops it. */
export function changeFeed(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  press: FeedPress,
): Promise<Outcome<void, "not-allowed">> {
  return inOrganisation(platform, actor, async (tx): Promise<Outcome<void, "not-allowed">> => {
    const { personId, organisationId } = actor;
    if (personId === null || !mayHaveCalendar(actor)) return refuse("not-allowed");
    const own = { organisationId, personId };
    if (press.step === "stop") {
      if (!(await deleteFeed(tx, own))) return { ok: true };
    } else {
      const madeOn = await todayWhere(platform, tx, own);
      const feed = { feedId: newId(), madeOn };
      if (!(await replaceFeed(tx, own, press.replaces || null, feed))) return { ok: true };
    }
    await recordAudit(platform, tx, actor, {
      action: press.step === "stop" ? "calendar.stopped" : "calendar.made",
      subjectKind: "person",
      subjectId: personId,
    });
    return { ok: true };
  });
}
