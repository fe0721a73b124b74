import type { Actor } from "~/features/identity/index.ts";
import { instrumentToRead, measuredItems } from "~/features/questionnaires/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { PulseScale } from "../domain/judge-change.ts";
import type { PulseResult } from "../domain/pulse-result.ts";
import { type OwnPulse, ownPulseById } from "./pulse-reads.server.ts";

/** A behaviour as a pulse told of it, in the reader's language. */
export type ToldBehaviour = PulseResult["behaviours"][number] & {
  label: string;
  scale: PulseScale;
};

export type PulseResultPage = Pick<
  OwnPulse,
  "id" | "day" | "state" | "opensOn" | "closesOn" | "paused" | "calledOffReason"
> & {
  /** Null while it is answered or counted, and where it was called off. */
  told: { asked: number; minimum: number; behaviours: ToldBehaviour[] } | null;
};

/** What one's own pulse told; null for anybody else's. */
export function pulseResultPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  id: string,
): Promise<PulseResultPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const pulse = await ownPulseById(tx, actor, id);
    const found = pulse && (await instrumentToRead(tx, actor, pulse.instrumentId));
    if (!found) return null;
    const items = new Map(
      measuredItems(found.instrument).map(({ item, scale }) => [item.key, { item, scale }]),
    );
    const { day, state, opensOn, closesOn, paused, calledOffReason, result } = pulse;
    return {
      ...{ id, day, state, opensOn, closesOn, paused, calledOffReason },
      told: result && {
        ...{ asked: result.asked, minimum: result.minimum },
        behaviours: result.behaviours.map((behaviour) => {
          const own = items.get(behaviour.item);
          if (!own) throw new Error("a pulse that told of something else");
          return { ...behaviour, label: own.item.self, scale: own.scale };
        }),
      },
    };
  });
}
