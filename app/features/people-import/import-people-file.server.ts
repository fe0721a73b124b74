import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isLastOwnerAmong, lockPeople } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { applyImportPlan, leavingBy } from "./apply-import-plan.server.ts";
import type { DateOrder } from "./domain/dates.ts";
import { describeSource, type SourceNote } from "./domain/describe-source.ts";
import type { Lists } from "./domain/lists.ts";
import type { ImportPlan } from "./domain/plan.ts";
import type { ImportAnswers, Question } from "./domain/questions.ts";
import { type MappingFault, suggestedSettings } from "./domain/settings.ts";
import { planTable } from "./plan-people-import.server.ts";
import { type PlannedAddresses, plannedAddresses } from "./planned-addresses.server.ts";
import { mayImportPeople } from "./policy.ts";
import type { FileFault } from "./reading/file-fault.ts";
import { readPeopleFile } from "./reading/read-people-file.server.ts";

export type DirectImport = {
  content: Buffer;
  /** Needed only when the file's dates can be read both ways. */
  dateOrder: DateOrder | null;
  emptyCells: "clear" | "keep";
  /** What the file leaves open. Columns without a meaning are left out, and named. */
  answers?: ImportAnswers;
  /** False: only say what would happen. */
  store: boolean;
};

export type DirectImported = {
  plan: ImportPlan;
  lists: Lists;
  stored: boolean;
  addresses: PlannedAddresses;
  source: SourceNote[];
  /** What has to be answered before it can be stored. */
  questions: Question[];
  /** Titles of the columns that are left out. */
  ignored: string[];
};

export type DirectImportOutcome =
  | { ok: true; value: DirectImported }
  /** Nothing is stored before these are answered. */
  | { ok: false; reason: "questions"; questions: Question[] }
  | { ok: false; reason: FileFault | "not-allowed" | "last-owner"; row?: number }
  | { ok: false; reason: "incomplete"; faults: MappingFault[] };

/** Imports a file whose headers speak for themselves, without review in between; absent people are left alone. */
export async function importPeopleFile(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  { content, dateOrder, emptyCells, answers: given, store }: DirectImport,
): Promise<DirectImportOutcome> {
  if (!mayImportPeople(actor)) return { ok: false, reason: "not-allowed" };
  const answers = { ...given, ignoreColumns: true };
  const reading = await readPeopleFile(actor, content, { choices: answers });
  if (!reading.ok) return reading;
  const suggested = suggestedSettings(reading.table);
  const settings = { ...suggested, dateOrder, emptyCells, answers, ticked: [] };
  return inOrganisation(platform, actor, async (tx): Promise<DirectImportOutcome> => {
    if (store) await lockPeople(tx, actor);
    const now = platform.clock.now();
    const planned = await planTable(tx, actor, reading, settings, now);
    if (!planned.ready) return { ok: false, reason: "incomplete", faults: planned.faults };
    const { plan, lists, questions } = planned;
    if (store && questions.length > 0) return { ok: false, reason: "questions", questions };
    const addresses = await plannedAddresses(platform, tx, actor, plan);
    if (store) {
      if (await isLastOwnerAmong(platform, tx, actor, leavingBy(planned)))
        return { ok: false, reason: "last-owner" };
      const counts = await applyImportPlan(platform, tx, actor, "command", planned);
      await recordAudit(platform, tx, actor, {
        action: "people-import.confirmed",
        subjectKind: "people-import",
        detail: counts,
      });
    }
    const { header } = reading.table;
    const reasons = new Set(reading.source.reasons.map(({ column }) => column));
    const ignored = header.filter(
      (_, column) => planned.settings.columns[column] === null && !reasons.has(column),
    );
    const source = describeSource(reading.source, answers);
    return accept({ plan, lists, stored: store, addresses, source, questions, ignored });
  });
}
