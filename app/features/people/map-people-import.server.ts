import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { undecidedDate } from "./domain/import/describe-columns.ts";
import {
  completeSettings,
  type ImportSettings,
  importSettings,
  type MappingFault,
} from "./domain/import/settings.ts";
import { loadPendingImport, saveImportSettings } from "./import-store.server.ts";
import { mayImportPeople } from "./policy.ts";
import { readPeopleFile } from "./reading/read-people-file.server.ts";

type Mapped =
  | { ok: true }
  | Refusal<"not-allowed" | "unknown">
  | {
      ok: false;
      reason: "incomplete";
      faults: MappingFault[];
      /** A date that can be read both ways under these settings. */
      undecidedDate: ReturnType<typeof undecidedDate>;
    };

/** Says what each column of an uploaded file means. Settings that cannot be planned with are refused, and not kept. */
export async function mapPeopleImport(
  platform: Platform,
  actor: Actor,
  importId: string,
  input: ImportSettings,
): Promise<Mapped> {
  if (!mayImportPeople(actor)) return refuse("not-allowed");
  const settings = importSettings.parse(input);
  return inOrganisation(platform, actor, async (tx): Promise<Mapped> => {
    const pending = await loadPendingImport(tx, actor, importId, { lock: true });
    const reading = pending && (await readPeopleFile(pending.content));
    if (!reading?.ok) return refuse("unknown");
    const complete = completeSettings(reading.table, settings);
    if (!complete.ok) {
      const undecided = undecidedDate(reading.table, settings.columns);
      const { faults } = complete;
      return { ok: false, reason: "incomplete", faults, undecidedDate: undecided };
    }
    await saveImportSettings(tx, actor, importId, {
      ...settings,
      ticked: pending?.settings.ticked ?? [],
    });
    return { ok: true };
  });
}
