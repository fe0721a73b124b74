import type { Actor } from "~/features/identity/index.ts";
import { zoneOf } from "~/features/people/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ownRecord } from "./own-record.server.ts";
import { personalOfAll } from "./personal.server.ts";
import { type ReadPart, readableRecord } from "./readable-record.ts";

/** The record of whoever asks in words, the ground floor first. */
export type OwnRecordRead = { organisation: string; madeOn: string; parts: ReadPart[] };

/** Everything that `ownRecord` exports, in the words of whoever asks; null for whoever is nobody in the directory. */
export async function readOwnRecord(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
): Promise<OwnRecordRead | null> {
  const exported = await ownRecord(platform, actor);
  if (!exported) return null;
  const { organisation, madeOn: _, ...facts } = exported;
  const personal = await personalOfAll();
  const records = personal.toReversed().flatMap(({ record }) => record ?? []);
  const zone = await inOrganisation(platform, actor, (tx) => zoneOf(tx, actor, actor.personId));
  return {
    organisation: String(organisation),
    madeOn: dateIn(zone, platform.clock.now()),
    parts: readableRecord(facts, records, { texts: readerTexts(), zone }),
  };
}
