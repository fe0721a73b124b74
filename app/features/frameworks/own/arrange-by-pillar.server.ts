import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import type { ReadingFault } from "~/platform/tables/reading-fault.ts";
import { type FileReading, fileReading } from "../domain/exchange/file-reading.ts";
import { isOfEsco, pillarFormat, placeInPillar } from "../domain/exchange/place-in-pillar.ts";
import type { FileProblem } from "../domain/exchange/read-framework.ts";
import { type OwnFramework, ownFrameworkSchema } from "../domain/own/own-framework.ts";
import { mayKeepFrameworks } from "../policy.ts";
import { ownDraft } from "./own-framework-reads.server.ts";
import { updateDraft } from "./own-framework-store.server.ts";
import { LIMITS, shownName } from "./read-framework-file.server.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

export type Arranged =
  | Worked<{ revision: number }>
  | { ok: false; reason: ReadingFault | "no-pillar"; row?: number }
  /** No row of it could be taken. */
  | { ok: false; reason: "nothing-read"; rows: FileProblem[] };

/**
 * Puts the competencies of a draft that began with ESCO's skills into the groups of its tree, by one of the two files
 * in which ESCO publishes it. What of the file was refused stands in the draft. A file of which nothing can be taken
 * changes nothing.
 */
export async function arrangeByPillar(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
  file: { name: string; content: Buffer },
): Promise<Arranged> {
  if (!mayKeepFrameworks(actor)) return refuse("not-allowed");
  const draft = await inOrganisation(platform, actor, (tx) => ownDraft(tx, actor, target.id));
  if (!draft || !isOfEsco(draft.definition)) return refuse("unknown");
  const table = await readTable(file.content, {
    owner: actor.organisationId,
    limits: LIMITS,
    isWanted: ([header]) => header !== undefined && pillarFormat(header) !== null,
  });
  if (!table.ok) return table;
  const [header] = table.rows;
  const format = header && pillarFormat(header);
  const placed = placeInPillar(draft.definition, table.rows);
  if (!placed || !format) return { ok: false, reason: "no-pillar" };
  if (placed.taken === 0) return { ok: false, reason: "nothing-read", rows: placed.problems };
  const reading = fileReading(shownName(file.name), format, placed);
  return keep(platform, actor, target, { framework: placed.framework, reading });
}

/** What was read was read of the draft as it was looked at: one that changed since is left as it is. */
function keep(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
  { framework, reading }: { framework: OwnFramework; reading: FileReading },
): Promise<Worked<{ revision: number }>> {
  return workOnDraft(platform, actor, target, async (tx, { origins, revision: before }) => {
    const definition = ownFrameworkSchema.parse(framework);
    const revision = before + 1;
    const changedAt = platform.clock.now();
    const changed = { frameworkId: target.id, definition, origins, revision, changedAt, reading };
    await updateDraft(tx, actor, changed);
    await recordAudit(platform, tx, actor, {
      action: "own-framework.edited",
      subjectKind: "own-framework",
      subjectId: target.id,
      detail: { name: definition.name, edit: reading.format },
    });
    return accept({ revision });
  });
}
