import type { Voice } from "../domain/check.ts";

export const CHECKS = "/checks";

/** Where a check is answered by people with a team or without one. */
export function askingAt(key: string, voice: Voice): string {
  return voice === "team" ? `${CHECKS}/${key}` : `${CHECKS}/${key}/alone`;
}

/** Where a result is read from the part of the address that no server gets. */
export function resultAt(key: string): string {
  return `${CHECKS}/${key}/result`;
}
