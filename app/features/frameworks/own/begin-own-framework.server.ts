import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { FileReading } from "../domain/exchange/file-reading.ts";
import { checkOwnFramework } from "../domain/own/check-own-framework.ts";
import type { OwnFramework } from "../domain/own/own-framework.ts";
import { mayKeepFrameworks } from "../policy.ts";
import { insertDraft, insertOwnFramework } from "./own-framework-store.server.ts";

/** From where a framework begins: empty, as a copy of another, or by a file. Recorded with it. */
export type Beginning = "new" | "copy" | "file";

/**
 * Begins a framework of the organisation's own as a draft that nobody but HR sees. Refused, with every problem, when
 * what it begins with is not right in itself.
 */
export async function beginOwnFramework(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  definition: OwnFramework,
  beginning: Beginning,
  reading: FileReading | null = null,
): Promise<Outcome<{ id: string }, "not-allowed"> | Problems> {
  if (!mayKeepFrameworks(actor)) return refuse("not-allowed");
  const problems = checkOwnFramework(definition);
  if (problems.length > 0) return refuseInput(...problems);
  const id = newId();
  await inOrganisation(platform, actor, async (tx) => {
    await insertOwnFramework(tx, actor, { id, createdOn: todayOf(platform) });
    const changedAt = platform.clock.now();
    const draft = { frameworkId: id, definition, origins: {}, reading, basedOn: null, changedAt };
    await insertDraft(tx, actor, draft);
    await recordAudit(platform, tx, actor, {
      action: "own-framework.begun",
      subjectKind: "own-framework",
      subjectId: id,
      detail: { name: definition.name, beginning, competencies: definition.competencies.length },
    });
  });
  return accept({ id });
}
