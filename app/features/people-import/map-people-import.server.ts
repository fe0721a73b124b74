import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Problems, type Refusal, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { undecidedDate } from "./domain/describe-columns.ts";
import { mappingProblem } from "./domain/mapping-form.ts";
import { completeSettings, type ImportSettings, importSettings } from "./domain/settings.ts";
import { loadPendingImport, saveImportSettings } from "./import-store.server.ts";
import { mayImportPeople } from "./policy.ts";
import { readPendingImport } from "./read-pending-import.server.ts";

type Mapped =
  | { ok: true }
  | Refusal<"not-allowed" | "unknown" | "busy">
  | (Problems & {
      /** A date that can be read both ways under these settings. */
      undecidedDate: ReturnType<typeof undecidedDate>;
    });

/** Says what each column of an uploaded file means. Settings that cannot be planned with are refused, and not kept. */
export async function mapPeopleImport(
  platform: Platform,
  actor: Actor,
  importId: string,
  input: ImportSettings,
): Promise<Mapped> {
  if (!mayImportPeople(actor)) return refuse("not-allowed");
  const settings = importSettings.parse(input);
  const read = await readPendingImport(platform, actor, importId);
  if (!read.ok) return read;
  const complete = completeSettings(read.value.table, settings);
  if (!complete.ok) {
    const undecided = undecidedDate(read.value.table, settings.columns);
    const problems = complete.faults.map((fault) => mappingProblem(fault, settings.columns));
    return { ...refuseInput(...problems), undecidedDate: undecided };
  }
  return inOrganisation(platform, actor, async (tx): Promise<Mapped> => {
    const pending = await loadPendingImport(tx, actor, importId, { lock: true });
    if (!pending) return refuse("unknown");
    const { ticked } = pending.settings;
    // Whoever says what columns mean has seen those that stay without a meaning.
    const answers = { ...pending.settings.answers, ignoreColumns: true };
    await saveImportSettings(tx, actor, importId, { ...settings, answers, ticked });
    return { ok: true };
  });
}
