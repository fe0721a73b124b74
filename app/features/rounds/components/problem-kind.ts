import { isRouteErrorResponse } from "react-router";
import type { CalledOff, Shut } from "../domain/standing.ts";

export type ProblemKind = Shut | "ended" | "suspended" | "signed-out" | "unknown" | "fault";

/** A form that could not be saved, by field. */
export type TypedForm = (readonly [field: string, value: string])[];

const KINDS: readonly ProblemKind[] = [
  "closed",
  "called-off",
  "ended",
  "paused",
  "suspended",
  "withdrawn",
  "declined",
  "not-open",
  "signed-out",
  "unknown",
];

/**
 * What a rater is told about an error: where the request stands, that the link is none of ours, or that the fault is
 * ours.
 */
export function problemKind(error: unknown): ProblemKind {
  if (!isRouteErrorResponse(error)) return "fault";
  const told = KINDS.find((kind) => kind === (error.data as { problem?: unknown } | null)?.problem);
  if (told) return told;
  if (error.status === 410) return "closed";
  return error.status === 404 ? "unknown" : "fault";
}

/** Of a round that was called off: which, and why; null where that is not known. */
export function calledOffOf(error: unknown): CalledOff | null {
  if (!isRouteErrorResponse(error)) return null;
  const told = error.data as Partial<CalledOff> | null;
  return told?.round && told.reason ? { round: told.round, reason: told.reason } : null;
}

/** What was typed in the form that could not be saved; null when there was none. */
export function keptOf(error: unknown): TypedForm | null {
  if (!isRouteErrorResponse(error)) return null;
  return (error.data as { typed?: TypedForm } | null)?.typed ?? null;
}
