import { z } from "zod";
import { dayProblems } from "./area-form.ts";
import { actionKinds, BOTH_HATS, LONGEST_TEXTS, type PlanAction } from "./plan.ts";

/** An action as it is typed. */
export const actionInput = z.object({
  kind: z.enum(actionKinds),
  words: z.string().trim().min(1).max(LONGEST_TEXTS.words),
  /** A person; nothing for whose plan it is. */
  owner: z.string().max(60).default(""),
  dueOn: z.iso.date().optional(),
  hat: z.string().max(60).default(BOTH_HATS),
  evidence: z.string().trim().max(LONGEST_TEXTS.evidence).default(""),
  practice: z.string().max(100).default(""),
});

export type ActionForm = z.output<typeof actionInput>;
export type ReadAction = Pick<
  PlanAction,
  "kind" | "words" | "ownerId" | "dueOn" | "hat" | "evidence" | "practice"
>;

type Around = {
  hats: readonly string[];
  /** Whose plan it is, and whoever reads it today. */
  own: string;
  owners: readonly string[];
  /** Practices that are offered for the behaviour of its area. */
  practices: readonly string[];
  today: string;
  before: Pick<PlanAction, "dueOn" | "ownerId" | "practice"> | null;
};

type Fault = { field: "dueOn" | "hat" | "owner"; code: "past" | "too-far" | "unknown" };

/**
 * What was typed, or what of it can't be. Whoever sees to an action can read the plan; an owner who no longer does, or
 * who left, may stay until somebody else is chosen. A practice that is not offered any more stays as well.
 */
export function readAction(
  form: ActionForm,
  { hats, own, owners, practices, today, before }: Around,
): { action: ReadAction; problems: Fault[] } {
  const { kind, words, evidence, dueOn = null } = form;
  const ownerId = form.owner === "" || form.owner === own ? null : form.owner;
  const problems: Fault[] = dayProblems("dueOn", dueOn, { today, before: before?.dueOn ?? null });
  if (form.hat !== BOTH_HATS && !hats.includes(form.hat))
    problems.push({ field: "hat", code: "unknown" });
  const mayOwn = ownerId === null || owners.includes(ownerId) || ownerId === before?.ownerId;
  if (!mayOwn) problems.push({ field: "owner", code: "unknown" });
  const isOffered = practices.includes(form.practice) || form.practice === before?.practice;
  const practice = kind === "practice" && form.practice !== "" && isOffered ? form.practice : null;
  const hat = form.hat === BOTH_HATS ? null : form.hat;
  return { action: { kind, words, ownerId, dueOn, hat, evidence, practice }, problems };
}
