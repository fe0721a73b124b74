import { createHash } from "node:crypto";
import { absencesFrom, allPeople, organisationZone } from "~/features/people/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Lists } from "./domain/lists.ts";
import type { ImportPlan } from "./domain/plan.ts";
import { planImport } from "./domain/plan-import.ts";
import { openQuestions, type Question } from "./domain/questions.ts";
import { completeSettings, type ImportSettings, type MappingFault } from "./domain/settings.ts";
import type { FileTable } from "./domain/table.ts";
import { unshownColumns, withoutColumns } from "./domain/unread-columns.ts";
import type { ReadTable } from "./reading/read-people-file.server.ts";

export type PlannedImport = {
  table: FileTable;
  lists: Lists;
  settings: ImportSettings;
  plan: ImportPlan;
  /** What must be answered before anything is stored. */
  questions: Question[];
  /** Absent people who are to become inactive. */
  ticked: string[];
  /** Differs as soon as anything in the plan does. */
  fingerprint: string;
};

export type Planning =
  | ({ ready: true } & PlannedImport)
  | { ready: false; table: FileTable; faults: MappingFault[]; questions: Question[] };

/** What a table would do to the directory as it is now. */
export async function planTable(
  tx: Tx,
  scope: OrganisationScope,
  { table: whole, source }: ReadTable,
  wanted: ImportSettings & { ticked: string[] },
  now: Date,
): Promise<Planning> {
  const visible = withoutHidden(whole, wanted);
  const complete = completeSettings(visible, wanted);
  const { lists, open } = complete;
  const columns = complete.ok ? complete.settings.columns : wanted.columns;
  const table = withoutColumns(visible, unshownColumns(columns));
  const questions = openQuestions(source, columns, wanted.answers, open ? lists : null);
  if (!complete.ok) {
    const first = questions.filter(({ code }) => code !== "ignored-columns");
    return { ready: false, table, faults: complete.faults, questions: first };
  }
  const { settings } = complete;
  const existing = await allPeople(tx, scope);
  const today = dateIn(await organisationZone(tx, scope), now);
  const away = await absencesFrom(tx, scope, today);
  const plan = planImport({ rows: table.rows, settings, lists, existing, away, today });
  const wantedInactive = new Set(wanted.ticked);
  const absent = plan.absent.map(({ personId }) => personId);
  const ticked = absent.filter((personId) => wantedInactive.has(personId));
  const fingerprint = fingerprintOf(plan, ticked);
  return { ready: true, table, lists, settings, plan, questions, ticked, fingerprint };
}

function withoutHidden(table: FileTable, { answers }: ImportSettings): FileTable {
  if (answers?.hiddenRows !== "without") return table;
  return { ...table, rows: table.rows.filter(({ hidden }) => !hidden) };
}

function fingerprintOf(plan: ImportPlan, ticked: string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([plan, ticked]))
    .digest("base64url");
}
