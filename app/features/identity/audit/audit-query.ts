import { z } from "zod";

/** Whom somebody wants to see the acts of: an account, or what no account did. */
export const BY_THE_SERVER = "server";

/** What somebody wants to see of the audit record; null: all of it. Days are calendar dates, both included. */
export type AuditQuery = {
  action: string | null;
  who: string | null;
  from: string | null;
  to: string | null;
  /** The last line of the page before. */
  after: AuditPlace | null;
};

/** Where a line stands: within its day first what is shown whole by its time, then the others in no order of time. */
export type AuditPlace = { day: string; byDay: boolean; sort: string };

const LONGEST = 100;
const day = z.iso.date();
const sort = /^[\w: .-]{1,100}$/;

/** Reads that from an address; anything else in it means nothing. */
export function readAuditQuery(parameters: URLSearchParams): AuditQuery {
  const text = (name: string) => (parameters.get(name) ?? "").slice(0, LONGEST) || null;
  const date = (name: string) => day.safeParse(parameters.get(name)).data ?? null;
  return {
    ...{ action: text("action"), who: text("who") },
    ...{ from: date("from"), to: date("to") },
    after: readPlace(parameters.get("after") ?? ""),
  };
}

/** The address of what is wanted, from somewhere on. */
export function auditParameters(
  query: Omit<AuditQuery, "after">,
  after: AuditPlace | null = null,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of ["action", "who", "from", "to"] as const)
    if (query[name]) parameters.set(name, query[name]);
  if (after) parameters.set("after", [after.day, after.byDay ? "d" : "w", after.sort].join("~"));
  return parameters;
}

function readPlace(text: string): AuditPlace | null {
  const [on = "", kind = "", rest = ""] = text.split("~");
  const known = day.safeParse(on).success && (kind === "d" || kind === "w") && sort.test(rest);
  return known ? { day: on, byDay: kind === "d", sort: rest } : null;
}
