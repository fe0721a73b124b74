import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { AUDIENCES, type Audience, type Mode, newest } from "../domain/information.ts";
import { mayWriteInformation } from "../policy.ts";
import { countAgreed } from "../store/answer-store.server.ts";
import { draftedAudiences, versionsOf } from "../store/information-store.server.ts";

export type AudienceListed = {
  audience: Audience;
  hasDraft: boolean;
  holds: { number: number; mode: Mode; publishedOn: string } | null;
  /** How many accounts had agreed to what holds until yesterday; null where nothing is agreed to or nobody counts. */
  agreed: number | null;
};

/** For whom there is which text. For its writers: null for everyone else. */
export async function readInformationPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
): Promise<AudienceListed[] | null> {
  if (!mayWriteInformation(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const drafted = await draftedAudiences(tx, actor);
    const versions = await versionsOf(tx, actor, AUDIENCES);
    const before = todayFor(platform, await organisationZone(tx, actor));
    const listed: AudienceListed[] = [];
    for (const audience of AUDIENCES) {
      const holds = newest(versions.filter((each) => each.audience === audience));
      // Of those who answer by link nothing is known.
      const counts = holds?.mode === "agreed" && audience !== "raters";
      listed.push({
        ...{ audience, holds, hasDraft: drafted.includes(audience) },
        agreed: counts
          ? await countAgreed(tx, actor, { audience, number: holds.number, before })
          : null,
      });
    }
    return listed;
  });
}
