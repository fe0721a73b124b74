import type { Absence, FileRow, PersonRecord } from "~/features/people/domain/index.ts";
import { describeAbsences } from "./describe-absences.ts";
import { describePlan } from "./describe-plan.ts";
import { gatherRows } from "./gather-rows.ts";
import type { Lists } from "./lists.ts";
import { mainPosts } from "./main-post.ts";
import { matchPeople, statusAfter } from "./match-people.ts";
import type { ImportPlan } from "./plan.ts";
import { planAbsenceList } from "./plan-absence-list.ts";
import { isTooMuch, planAbsences } from "./plan-absences.ts";
import { readRow } from "./read-row.ts";
import type { ImportSettings } from "./settings.ts";
import { settleRows } from "./settle-rows.ts";

export type ImportRequest = {
  rows: FileRow[];
  settings: ImportSettings;
  /** What the rows are about; left out, people. */
  lists?: Lists;
  /** Everyone in the directory, active or not. */
  existing: PersonRecord[];
  /** When they are away, as far as it is not over, by person; left out, nobody is. */
  away?: ReadonlyMap<string, readonly Absence[]>;
  /** YYYY-MM-DD: someone whose end date lies before it comes in as inactive. */
  today: string;
};

/**
 * What importing these rows would do to the directory, without doing it. The same request always gives the same plan,
 * and what it accepts fits together: no loops, no missing managers, no identifier used twice, nobody away twice at a
 * time.
 */
export function planImport({
  rows,
  settings,
  lists = "people",
  existing,
  away = new Map(),
  today,
}: ImportRequest): ImportPlan {
  const read = rows.map((row) => readRow(row, settings));
  if (lists === "absences") return planAbsenceList({ read, existing, away, today });
  const gathered = gatherRows(read, settings.columns);
  const posts = mainPosts(gathered.rows, (row) =>
    statusAfter(row, row.facts.endDate ?? null, today),
  );
  const candidates = matchPeople(posts.rows, existing, today);
  const erasesEmpty = settings.emptyCells === "clear";
  const absences = new Map(
    candidates.map((candidate) => {
      const { file, key, status } = candidate;
      const further = gathered.further.get(file) ?? [];
      const usable = [file, ...further.filter(({ problems }) => problems.length === 0)];
      const known = away.get(key) ?? [];
      const plans = planAbsences({ rows: usable, known, status, today, erasesEmpty });
      if (isTooMuch(plans, known))
        file.problems.push({ code: "absences-too-many", field: "awayFrom" });
      const isEmpty = file.away === "none" && further.length === 0;
      const erasable = isEmpty && known.length > 0 ? 1 : 0;
      return [candidate, { further, plans, erasable }];
    }),
  );
  const without = settings.answers?.withoutManager ?? [];
  const settled = settleRows(
    candidates,
    existing,
    (row) => without === "all" || without.includes(row),
  );
  const plan = describePlan(settled, existing, posts.others);
  return describeAbsences(plan, { settled, absences, others: posts.others, gathered });
}
