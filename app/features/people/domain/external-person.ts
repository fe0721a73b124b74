import { cleanText, looksLikeEmail } from "./clean-text.ts";

/** What is known of someone from outside. */
export type ExternalPerson = { name: string; address: string; language: string | null };

export type ExternalPersonProblem = "name-missing" | "name-too-long" | "address" | "language";

const LONGEST_NAME = 120;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Someone from outside as they would be stored, or what is wrong with what was typed, first things first. */
export function readExternalPerson(typed: {
  name: string;
  address: string;
  language?: string;
}): { ok: true; value: ExternalPerson } | { ok: false; reason: ExternalPersonProblem } {
  const name = cleanText(typed.name);
  const address = cleanText(typed.address);
  const language = cleanText(typed.language ?? "");
  if (name === null) return { ok: false, reason: "name-missing" };
  if (name.length > LONGEST_NAME) return { ok: false, reason: "name-too-long" };
  if (address === null || !looksLikeEmail(address)) return { ok: false, reason: "address" };
  if (language !== null && !LANGUAGE.test(language)) return { ok: false, reason: "language" };
  return { ok: true, value: { name, address, language } };
}
