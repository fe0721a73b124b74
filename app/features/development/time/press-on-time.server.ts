import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { timeHats } from "../domain/time/time.ts";
import { deleteKinds, deleteReading, deleteWeek, updateKind } from "./time-store.server.ts";
import { noteOnTime, type Ticking, type TimeOutcome, workOnTime } from "./work-on-time.server.ts";

const MOST_PUT_AT_ONCE = 1_000;

/** What the buttons of the time balance do. */
export const timePress = z.discriminatedUnion("step", [
  z.object({
    step: z.literal("put"),
    of: z
      .array(z.object({ kind: z.string().max(60), hat: z.enum(timeHats).optional() }))
      .max(MOST_PUT_AT_ONCE)
      .default([]),
  }),
  z.object({ step: z.literal("remove"), intent: z.string().max(60) }),
  z.object({ step: z.literal("forget") }),
]);
export type TimePress = z.output<typeof timePress>;

/** Carries out what one button says. What is so already stays so: pressed twice, it is done once. */
export function pressOnTime(
  platform: Ticking,
  actor: Actor,
  press: TimePress,
): Promise<TimeOutcome> {
  return workOnTime<void>(platform, actor, async (held) => {
    switch (press.step) {
      case "put": {
        for (const { kind, hat } of press.of) {
          const one = held.kinds.find(({ id }) => id === kind);
          if (one && hat && one.hat !== hat) await updateKind(held.tx, actor, one.id, { hat });
        }
        await noteOnTime(platform, held, "put");
        return { ok: true };
      }
      case "remove": {
        const one = held.weeks.find(({ id }) => id === press.intent);
        if (!one) return { ok: true };
        await deleteWeek(held.tx, actor, one.id);
        await noteOnTime(platform, held, "removed");
        return { ok: true };
      }
      case "forget": {
        for (const { id } of held.weeks) await deleteWeek(held.tx, actor, id);
        await deleteKinds(
          held.tx,
          actor,
          held.kinds.map(({ id }) => id),
        );
        await deleteReading(held.tx, actor, held.personId);
        await noteOnTime(platform, held, "forgotten");
        return { ok: true };
      }
    }
  });
}
