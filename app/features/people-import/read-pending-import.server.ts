import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isPassing } from "~/platform/tables/reading-fault.ts";
import type { ImportAnswers } from "./domain/questions.ts";
import { loadPendingFile, loadPendingImport } from "./import-store.server.ts";
import { type ReadTable, readPeopleFile } from "./reading/read-people-file.server.ts";

/**
 * Reads an uploaded file again, while its import waits for a decision. Reading may have to wait for others, so it
 * happens before the transaction that decides; what a file holds never changes. It is read as was answered, or with
 * other answers. @throws when it can't be read any more.
 */
export async function readPendingImport(
  platform: Pick<Platform, "database">,
  actor: Actor,
  importId: string,
  answers?: ImportAnswers,
): Promise<Outcome<ReadTable, "unknown" | "busy">> {
  const pending = await inOrganisation(platform, actor, async (tx) => {
    const content = await loadPendingFile(tx, actor, importId);
    const found = content && (await loadPendingImport(tx, actor, importId));
    return found && { content, answers: answers ?? found.settings.answers };
  });
  if (!pending) return refuse("unknown");
  const reading = await readPeopleFile(actor, pending.content, { choices: pending.answers });
  if (reading.ok) return accept({ table: reading.table, source: reading.source });
  if (isPassing(reading.reason)) return refuse("busy");
  throw new Error(`An uploaded file cannot be read again: ${reading.reason}`);
}
