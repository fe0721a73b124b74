import { z } from "zod";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { type CycleKind, relationshipsOf } from "./cycle-kind.ts";

export const nominators = ["participant", "manager", "hr"] as const;
export const approvers = ["nobody", "manager", "hr"] as const;

export type Nominator = (typeof nominators)[number];
export type Approver = (typeof approvers)[number];

export type Limit = { min?: number; max?: number };
export type RaterLimits = Partial<Record<Relationship, Limit>>;

/** Who chooses raters, how many, and who has to agree. */
export type RaterRules = {
  raterLimits: RaterLimits;
  nominatedBy: Nominator;
  approvedBy: Approver;
  /** A list handed in counts as approved after so many days; null: never by itself. */
  approveAfterDays: number | null;
  /** Requests one person may get in this cycle besides their own view; null: no cap. */
  requestCap: number | null;
};

export type RuleProblem = {
  field: string;
  problem: "not-a-number" | "min-over-max" | "approves-own";
};

const MOST_RATERS = 50;
const MOST_DAYS = 60;
const HIGHEST_CAP = 100;

const stored = z.record(z.string(), z.object({ min: z.int().optional(), max: z.int().optional() }));

/** Limits as they were stored; anything else in there is left out. */
export function readLimits(json: unknown): RaterLimits {
  const parsed = stored.safeParse(json);
  if (!parsed.success) return {};
  return Object.fromEntries(Object.entries(parsed.data).filter(([key]) => isRelationship(key)));
}

/** Relationships that can have limits: a manager is one person, and so is the participant. */
export function limitedRelationships(kind: CycleKind): Relationship[] {
  return relationshipsOf(kind).filter((each) => each !== "self" && each !== "manager");
}

/** Reads the form of the raters step; every field that can't be used is named. */
export function readRaterRules(
  form: { get(name: string): unknown },
  kind: CycleKind,
): { ok: true; rules: RaterRules } | { ok: false; problems: RuleProblem[] } {
  const problems: RuleProblem[] = [];
  const number = (field: string, least: number, most: number): number | null => {
    const typed = String(form.get(field) ?? "").trim();
    if (typed === "") return null;
    const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
    if (value >= least && value <= most) return value;
    problems.push({ field, problem: "not-a-number" });
    return null;
  };
  const raterLimits: RaterLimits = {};
  for (const relationship of limitedRelationships(kind)) {
    const min = number(`min-${relationship}`, 0, MOST_RATERS);
    // Where nobody from outside is wanted, nobody is asked.
    const max = number(`max-${relationship}`, relationship === "outside" ? 0 : 1, MOST_RATERS);
    if (min !== null && max !== null && min > max)
      problems.push({ field: `min-${relationship}`, problem: "min-over-max" });
    if (min !== null || max !== null)
      raterLimits[relationship] = {
        ...(min === null ? {} : { min }),
        ...(max === null ? {} : { max }),
      };
  }
  const nominatedBy = nominators.find((each) => each === form.get("nominatedBy")) ?? "participant";
  const approvedBy = approvers.find((each) => each === form.get("approvedBy")) ?? "nobody";
  if (nominatedBy === approvedBy) problems.push({ field: "approvedBy", problem: "approves-own" });
  const days = number("approveAfterDays", 1, MOST_DAYS);
  const requestCap = number("requestCap", 1, HIGHEST_CAP);
  if (problems.length > 0) return { ok: false, problems };
  const approveAfterDays = approvedBy === "nobody" ? null : days;
  return {
    ok: true,
    rules: { raterLimits, nominatedBy, approvedBy, approveAfterDays, requestCap },
  };
}
