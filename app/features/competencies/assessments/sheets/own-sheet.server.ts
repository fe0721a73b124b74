import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { assessedByIds } from "../store/assessed-store.server.ts";
import { type Sheet, sheetById } from "../store/sheet-store.server.ts";
import { holdWork, type Work } from "./sheet-work.server.ts";

/**
 * A sheet that whoever asks writes, with the assessment it is part of, held until the transaction ends; null of any
 * other, also of one that somebody else was asked for meanwhile.
 */
export async function holdOwnSheet(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  sheetId: string,
): Promise<{ sheet: Sheet; work: Work } | null> {
  const found = await sheetById(tx, actor, sheetId);
  if (!found || actor.personId === null || found.authorId !== actor.personId) return null;
  const [about] = await assessedByIds(tx, actor, [found.subjectId]);
  const work = about && (await holdWork(platform, tx, actor, about));
  const sheet = work?.sheets.find(({ id }) => id === sheetId);
  return work && sheet?.authorId === actor.personId ? { sheet, work } : null;
}
