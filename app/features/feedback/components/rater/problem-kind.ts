import { isRouteErrorResponse } from "react-router";

/** What a rater is told about an error: the round has closed, the link is none of ours, or the fault is ours. */
export function problemKind(error: unknown): "closed" | "unknown" | "fault" {
  if (!isRouteErrorResponse(error)) return "fault";
  if (error.status === 410) return "closed";
  return error.status === 404 ? "unknown" : "fault";
}
