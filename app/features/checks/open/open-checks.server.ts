import { builtInChecks } from "../library/built-in-checks.server.ts";
import { askingAt, CHECKS } from "./addresses.ts";

/** The addresses of all checks, for whoever looks for pages that are open to everyone. */
export function openChecks(): string[] {
  const each = builtInChecks("en").flatMap(({ check: { key } }) => [
    askingAt(key, "team"),
    askingAt(key, "alone"),
  ]);
  return [CHECKS, ...each];
}
