import { languages } from "~/platform/i18n/language.ts";

/**
 * What a round's pages can be read in: whatever its questionnaire can be answered in, its own language first, and
 * whatever pages are written in besides. Where one of the two lacks a language, its readers get another there.
 */
export function previewLanguages(ofQuestionnaire: readonly string[]): string[] {
  return [...new Set([...ofQuestionnaire, ...languages])];
}
