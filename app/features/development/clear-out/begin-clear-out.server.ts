import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { peopleLedBy, todayWhere } from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, refuse } from "~/platform/errors/outcome.ts";
import { insertClearOut, lockClearOuts } from "./clear-out-store.server.ts";
import {
  type ClearOutOutcome,
  clearOutsToRead,
  noteOnClearOut,
  type Ticking,
} from "./work-on-clear-out.server.ts";

/** Whom to ask: everybody one leads, or nobody besides oneself. */
export const beginInput = z.object({ with: z.enum(["team", "alone"]) });

/** Begins a clear-out of whoever asks; the one that is open, where there is one: pressed twice, there is one. */
export function beginClearOut(
  platform: Ticking,
  actor: Actor,
  asked: z.output<typeof beginInput>,
): Promise<ClearOutOutcome<{ id: string }>> {
  return inOrganisation(platform, actor, async (tx): Promise<ClearOutOutcome<{ id: string }>> => {
    const { personId } = actor;
    if (personId === null) return refuse("unknown");
    await lockClearOuts(tx, actor, personId);
    const open = (await clearOutsToRead(tx, actor)).find(
      ({ reader, clearOut }) => reader === "leader" && clearOut.closedOn === null,
    );
    if (open) return accept({ id: open.clearOut.id });
    const team = asked.with === "team" ? await peopleLedBy(tx, actor, personId) : [];
    const id = newId();
    const begunOn = await todayWhere(platform, tx, actor);
    await insertClearOut(
      tx,
      actor,
      { id, leaderId: personId, begunOn },
      team.map((each) => each.id),
    );
    await noteOnClearOut(platform, { tx, actor }, "begun", id);
    return accept({ id });
  });
}
