import { faultOfAbsence, type ImportField } from "~/features/people/domain/index.ts";
import type { Problem } from "./problem.ts";

/** From which day to which somebody is away, both included. */
export type Span = { firstDay: string; lastDay: string };

/** What a row says of when its person is away: an absence, that there is none, or nothing. */
export type Away = Span | "none" | "unstated";

/** Puts the two cells of an absence together; null in one is empty, undefined says nothing. */
export function awayOf(
  cells: ReadonlyMap<ImportField, string | null | undefined>,
  problem: (problem: Problem) => void,
): Away {
  if (!cells.has("awayFrom") || !cells.has("awayUntil")) return "unstated";
  const [firstDay, lastDay] = [cells.get("awayFrom"), cells.get("awayUntil")];
  if (firstDay === undefined || lastDay === undefined) return "unstated";
  if (firstDay === null && lastDay === null) return "none";
  if (firstDay === null || lastDay === null) {
    const field = firstDay === null ? ("awayFrom" as const) : ("awayUntil" as const);
    problem({ code: "absence-incomplete", field });
    return "unstated";
  }
  const fault = faultOfAbsence({ firstDay, lastDay });
  if (!fault) return { firstDay, lastDay };
  const code = fault === "before-first" ? "absence-backwards" : "absence-too-long";
  problem({ code, field: "awayUntil", value: `${firstDay} – ${lastDay}` });
  return "unstated";
}

/** Whether two absences share a day. */
export function overlap(one: Span, other: Span): boolean {
  return one.firstDay <= other.lastDay && one.lastDay >= other.firstDay;
}
