import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isPassing } from "~/platform/tables/reading-fault.ts";
import type { FileTable } from "./domain/import/table.ts";
import { loadPendingFile } from "./import-store.server.ts";
import { readPeopleFile } from "./reading/read-people-file.server.ts";

/**
 * Reads an uploaded file again, while its import waits for a decision. Reading may have to wait for others, so it
 * happens before the transaction that decides; what a file holds never changes. @throws when it can't be read any more.
 */
export async function readPendingImport(
  platform: Pick<Platform, "database">,
  actor: Actor,
  importId: string,
): Promise<Outcome<FileTable, "unknown" | "busy">> {
  const content = await inOrganisation(platform, actor, (tx) =>
    loadPendingFile(tx, actor, importId),
  );
  if (!content) return refuse("unknown");
  const reading = await readPeopleFile(actor, content);
  if (reading.ok) return accept(reading.table);
  if (isPassing(reading.reason)) return refuse("busy");
  throw new Error(`An uploaded file cannot be read again: ${reading.reason}`);
}
