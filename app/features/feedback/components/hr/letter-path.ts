import type { LetterKind } from "~/features/rounds/domain/index.ts";
import { stepPath } from "./setup-steps.ts";

/** Where one of a cycle's letters is changed in one language before its launch. */
export function letterPath(cycleId: string, letter: LetterKind, language: string): string {
  return `${stepPath(cycleId, "invitation")}?${new URLSearchParams({ letter, language })}`;
}

/** The same letter's page once the cycle was launched. */
export function runningLetterPath(cycleId: string, letter: LetterKind, language: string): string {
  return `/cycles/${cycleId}/letters?${new URLSearchParams({ letter, language })}`;
}
