import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { describeColumns, type FileColumn, undecidedDate } from "./domain/describe-columns.ts";
import { describeSource, type SourceNote } from "./domain/describe-source.ts";
import type { ImportCounts } from "./domain/import-state.ts";
import type { Lists } from "./domain/lists.ts";
import type { ImportPlan } from "./domain/plan.ts";
import type { ImportAnswers, Question } from "./domain/questions.ts";
import type { ImportSettings, MappingFault } from "./domain/settings.ts";
import { loadEndedImport, loadPendingImport, type PendingImport } from "./import-store.server.ts";
import { planTable } from "./plan-people-import.server.ts";
import { type PlannedAddresses, plannedAddresses } from "./planned-addresses.server.ts";
import { mayImportPeople } from "./policy.ts";
import { readPendingImport } from "./read-pending-import.server.ts";
import type { ReadTable } from "./reading/read-people-file.server.ts";

export type ReviewedFile = {
  fileName: string;
  rows: number;
  columns: FileColumn[];
  settings: Pick<ImportSettings, "dateOrder" | "emptyCells">;
  /** A date that can be read both ways, if the file leaves that open. */
  undecidedDate: ReturnType<typeof undecidedDate>;
  /** What must be answered before this can be confirmed, and what was answered so far. */
  questions: Question[];
  answers: ImportAnswers;
  /** How it was read. */
  source: SourceNote[];
  /** Titles of the columns that say why somebody is away: they are not read. */
  reasons: string[];
};

export type ImportReview =
  | { state: "ended"; fileName: string; counts: ImportCounts | null }
  | { state: "unclear"; file: ReviewedFile; faults: MappingFault[] }
  | {
      state: "planned";
      file: ReviewedFile;
      plan: ImportPlan;
      lists: Lists;
      header: string[];
      ticked: string[];
      fingerprint: string;
      addresses: PlannedAddresses;
    };

/** What is to be seen and decided about an uploaded file; plans against the directory as it is now. */
export async function reviewPeopleImport(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  importId: string,
): Promise<Outcome<ImportReview, "not-allowed" | "unknown" | "busy">> {
  if (!mayImportPeople(actor)) return refuse("not-allowed");
  const read = await readPendingImport(platform, actor, importId);
  if (!read.ok && read.reason === "busy") return read;
  return inOrganisation(platform, actor, async (tx) => {
    const pending = await loadPendingImport(tx, actor, importId);
    if (!pending || !read.ok) {
      const ended = await loadEndedImport(tx, actor, importId);
      return ended ? accept({ state: "ended" as const, ...ended }) : refuse("unknown");
    }
    const now = platform.clock.now();
    const planning = await planTable(tx, actor, read.value, pending.settings, now);
    const file = reviewedFile(pending, read.value, planning.questions);
    if (!planning.ready)
      return accept({ state: "unclear" as const, file, faults: planning.faults });
    const { plan, lists, ticked, fingerprint, table } = planning;
    const { header } = table;
    const addresses = await plannedAddresses(platform, tx, actor, plan);
    return accept({
      state: "planned" as const,
      file,
      plan,
      lists,
      header,
      ticked,
      fingerprint,
      addresses,
    });
  });
}

function reviewedFile(
  { fileName, settings }: PendingImport,
  { table, source }: ReadTable,
  questions: Question[],
): ReviewedFile {
  const { columns, dateOrder, emptyCells, answers = {} } = settings;
  return {
    fileName,
    rows: table.rows.length,
    columns: describeColumns(table, columns),
    settings: { dateOrder, emptyCells },
    undecidedDate: undecidedDate(table, columns),
    questions,
    answers,
    source: describeSource(source, answers),
    reasons: source.reasons.map(({ title }) => title),
  };
}
