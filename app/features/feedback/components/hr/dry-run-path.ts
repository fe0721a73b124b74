import type { PlannedLetterKind } from "../../domain/launch-plan.ts";
import { stepPath } from "./setup-steps.ts";

type View = { kind?: PlannedLetterKind | null; search?: string; page?: number };

/** Where a dry run is shown, narrowed down and paged. */
export function dryRunPath(cycleId: string, { kind, search, page }: View = {}): string {
  const query = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(search ? { q: search } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  }).toString();
  const path = `${stepPath(cycleId, "review")}/dry-run`;
  return query ? `${path}?${query}` : path;
}
