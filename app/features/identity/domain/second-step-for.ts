import type { ActorRole } from "./actor.ts";

/** Of whom an organisation asks a second step of signing in. */
export const SECOND_STEP_FOR = ["nobody", "administrators", "everybody"] as const;

export type SecondStepFor = (typeof SECOND_STEP_FOR)[number];

/**
 * Whether it is asked of somebody with this role: with administrators, of everybody in office. Who left reads their own
 * report, and is asked with everybody.
 */
export function asksSecondStep(wanted: SecondStepFor, role: ActorRole): boolean {
  const inOffice = role !== "member" && role !== "leaver";
  return wanted === "everybody" || (wanted === "administrators" && inOffice);
}
