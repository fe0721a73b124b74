import { z } from "zod";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { type CycleKind, relationshipsOf } from "./cycle-kind.ts";

export const nominators = ["participant", "manager", "hr"] as const;
export const approvers = ["nobody", "manager", "hr"] as const;

export type Nominator = (typeof nominators)[number];
export type Approver = (typeof approvers)[number];

export type Limit = { min?: number; max?: number };
type Limited = Exclude<Relationship, "self" | "manager">;
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
  code: "not-a-number" | "min-over-max" | "approves-own";
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
export function limitedRelationships(kind: CycleKind): Limited[] {
  return relationshipsOf(kind).filter((each) => each !== "self" && each !== "manager");
}

const count = (least: number, most: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((typed, found) => {
      if (!typed) return null;
      const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      if (value >= least && value <= most) return value;
      found.addIssue("not-a-number");
      return z.NEVER;
    });

/** Who chooses raters and how many, as it comes from a form: what is left empty has no limit. */
export const raterRulesInput = z.object({
  "min-peer": count(0, MOST_RATERS),
  "max-peer": count(1, MOST_RATERS),
  "min-direct_report": count(0, MOST_RATERS),
  "max-direct_report": count(1, MOST_RATERS),
  "min-other": count(0, MOST_RATERS),
  "max-other": count(1, MOST_RATERS),
  "min-outside": count(0, MOST_RATERS),
  // Where nobody from outside is wanted, nobody is asked.
  "max-outside": count(0, MOST_RATERS),
  nominatedBy: z.enum(nominators).catch("participant"),
  approvedBy: z.enum(approvers).catch("nobody"),
  approveAfterDays: count(1, MOST_DAYS),
  requestCap: count(1, HIGHEST_CAP),
});

/** The rules of a cycle of this kind; every field that can't be used is named. */
export function readRaterRules(
  given: z.output<typeof raterRulesInput>,
  kind: CycleKind,
): { ok: true; rules: RaterRules } | { ok: false; problems: RuleProblem[] } {
  const { nominatedBy, approvedBy, requestCap } = given;
  const problems: RuleProblem[] = [];
  const raterLimits: RaterLimits = {};
  for (const relationship of limitedRelationships(kind)) {
    const min = given[`min-${relationship}`];
    const max = given[`max-${relationship}`];
    if (min !== null && max !== null && min > max)
      problems.push({ field: `min-${relationship}`, code: "min-over-max" });
    if (min !== null || max !== null)
      raterLimits[relationship] = {
        ...(min === null ? {} : { min }),
        ...(max === null ? {} : { max }),
      };
  }
  if (nominatedBy === approvedBy) problems.push({ field: "approvedBy", code: "approves-own" });
  if (problems.length > 0) return { ok: false, problems };
  const approveAfterDays = approvedBy === "nobody" ? null : given.approveAfterDays;
  return {
    ok: true,
    rules: { raterLimits, nominatedBy, approvedBy, approveAfterDays, requestCap },
  };
}

/** Whether a list can be shaped by its participant without a second person who agrees to it. */
export function mayWiden({
  nominatedBy,
  approvedBy,
  approveAfterDays,
}: Pick<RaterRules, "nominatedBy" | "approvedBy" | "approveAfterDays">): boolean {
  return nominatedBy === "participant" && (approvedBy === "nobody" || approveAfterDays !== null);
}

/** Who chooses and who agrees, with what stands in the fields meanwhile; for showing, never for saving. */
export function rulesBeingTyped(typed: Readonly<Record<string, string>>, saved: RaterRules) {
  const { nominatedBy, approvedBy, approveAfterDays } = raterRulesInput.shape;
  const days = approveAfterDays.safeParse(typed.approveAfterDays);
  return {
    nominatedBy: nominatedBy.parse(typed.nominatedBy ?? saved.nominatedBy),
    approvedBy: approvedBy.parse(typed.approvedBy ?? saved.approvedBy),
    approveAfterDays: days.success ? days.data : saved.approveAfterDays,
  };
}
