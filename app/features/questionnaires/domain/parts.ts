import { type AnswerRules, type Answers, openItems } from "./answers.ts";

/** A screen of the questionnaire: a section with its items, by key. */
export type Part = { key: string; title: string; items: readonly string[] };

/** Where open questions stood before they were items: a page of their own, at the end. */
export const COMMENTS_PART = "comments";
export const SEND_PART = "send";

export type PartState = Part & { left: number };

/** How far each part is. */
export function partStates(
  parts: readonly Part[],
  rules: AnswerRules,
  answers: Answers,
): PartState[] {
  const open = new Set(openItems(rules, answers).map(({ key }) => key));
  return parts.map((part) => ({ ...part, left: part.items.filter((key) => open.has(key)).length }));
}

/** The first part with something left; sending when there is none. */
export function nextOpenPart(parts: readonly Part[], rules: AnswerRules, answers: Answers): string {
  return partStates(parts, rules, answers).find((part) => part.left > 0)?.key ?? SEND_PART;
}

/** The part before and after one; null at the ends. */
export function neighbours(
  parts: readonly Part[],
  key: string,
): { before: string | null; after: string | null } {
  const order = [...parts.map((part) => part.key), SEND_PART];
  const at = order.indexOf(key);
  return { before: order[at - 1] ?? null, after: at < 0 ? null : (order[at + 1] ?? null) };
}

/**
 * Minutes left, of what the whole takes most people, when so many of its items are open: 0 for none, otherwise at least
 * 1.
 */
export function minutesLeft(minutes: number, items: number, open: number): number {
  return items === 0 ? 0 : Math.ceil((minutes * open) / items);
}
