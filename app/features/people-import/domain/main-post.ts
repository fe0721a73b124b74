import { emailKey, nameKey, type PersonStatus } from "~/features/people/domain/index.ts";
import type { ReadRow } from "./read-row.ts";

/** Rows that stand for their person, and each other row of theirs with the one that counts instead. */
export type MainPosts = { rows: ReadRow[]; others: { row: ReadRow; main: ReadRow }[] };

/**
 * Of several posts of one person the main one: an active one before others, then the largest share, then the latest
 * start. Rows that are equal in all three, or that disagree about who it is, all stay: then nobody can tell.
 */
export function mainPosts(rows: ReadRow[], statusOf: (row: ReadRow) => PersonStatus): MainPosts {
  const others: MainPosts["others"] = [];
  const beside = new Set<ReadRow>();
  const groups = Map.groupBy(rows, ({ facts }) => facts.employeeId ?? "");
  for (const [employeeId, group] of groups) {
    const [first, ...more] = group;
    if (employeeId === "" || !first || more.length === 0) continue;
    if (!more.every((row) => isSamePerson(row, first))) continue;
    const rank = (row: ReadRow) =>
      [statusOf(row) === "active" ? 1 : 0, row.share ?? 0, row.facts.startDate ?? ""] as const;
    const [main, second] = group.toSorted((one, other) => compare(rank(other), rank(one)));
    if (!main || !second || compare(rank(main), rank(second)) === 0) continue;
    main.notes.push({ row: main.row, code: "main-post", field: "employeeId", value: employeeId });
    for (const row of group) {
      if (row === main) continue;
      others.push({ row, main });
      beside.add(row);
    }
  }
  return { rows: rows.filter((row) => !beside.has(row)), others };
}

function isSamePerson({ facts: one }: ReadRow, { facts: other }: ReadRow): boolean {
  const sameName = nameKey(one.name ?? "") === nameKey(other.name ?? "");
  const emails = [one.email, other.email].flatMap((email) => (email ? emailKey(email) : []));
  return sameName && new Set(emails).size <= 1;
}

type Rank = readonly [number, number, string];

function compare(one: Rank, other: Rank): number {
  return (
    one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : Number(one[2] > other[2]))
  );
}
