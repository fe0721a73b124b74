import { organisationZone } from "~/features/people/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { tellResponses } from "../answering/shuffle-store.server.ts";
import { lockRound } from "../store/round-store.server.ts";
import { lastStep } from "./steps.ts";
import { roundsToTell, setTold } from "./told-store.server.ts";

/**
 * Moves what HR and subjects are told of a round's progress to how far it is now, once a step and for everyone at once.
 * A step that was missed (the server was down) is caught up with. @returns how many rounds moved.
 */
export async function tellProgress(platform: Platform, scope: OrganisationScope): Promise<number> {
  const now = platform.clock.now();
  const { ids, step } = await inOrganisation(platform, scope, async (tx) => {
    const step = lastStep(await organisationZone(tx, scope), now);
    return { step, ids: await roundsToTell(tx, scope, step) };
  });
  for (const id of ids)
    await inOrganisation(platform, scope, async (tx) => {
      const round = await lockRound(tx, scope, id);
      if (round?.state !== "collecting") return;
      await tellResponses(tx, round);
      await setTold(tx, round, step);
    });
  return ids.length;
}
