import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { cleanText } from "~/features/people/domain/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { suggestedSettings } from "./domain/settings.ts";
import { insertImport } from "./import-store.server.ts";
import { mayImportPeople } from "./policy.ts";
import type { FileFault } from "./reading/file-fault.ts";
import { readPeopleFile } from "./reading/read-people-file.server.ts";

export type UploadRefusal = { ok: false; reason: FileFault | "not-allowed"; row?: number };

/** Takes a people file in for review. Nothing about people changes; the file is erased once it is decided upon. */
export async function uploadPeopleFile(
  platform: Platform,
  actor: Actor,
  file: { name: string; content: Buffer },
): Promise<{ ok: true; value: { importId: string } } | UploadRefusal> {
  if (!mayImportPeople(actor)) return { ok: false, reason: "not-allowed" };
  const reading = await readPeopleFile(actor, file.content);
  if (!reading.ok) return reading;
  const now = platform.clock.now();
  const importId = newId();
  await inOrganisation(platform, actor, async (tx) => {
    await insertImport(tx, actor, {
      id: importId,
      fileName: cleanText(file.name)?.slice(-200) ?? "–",
      content: file.content,
      settings: { ...suggestedSettings(reading.table), ticked: [] },
      createdBy: actor.accountId,
      createdAt: now,
    });
    await recordAudit(platform, tx, actor, {
      action: "people-import.uploaded",
      subjectKind: "people-import",
      subjectId: importId,
      detail: { rows: reading.table.rows.length },
    });
  });
  return accept({ importId });
}
