import { z } from "zod";

/** A key that names a thing in data files, addresses and tables: lower case, words joined by hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60)
  .describe("Lower-case words joined by hyphens.");

/** One line or paragraph of text for people, without blanks around it. */
export function text(maxLength: number): z.ZodString {
  return z
    .string()
    .regex(/^\S([\s\S]*\S)?$/)
    .max(maxLength);
}

export const version = z.int().min(1).describe("Counts up from 1. A version in use never changes.");

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .describe("Language of all texts in this file, as a BCP 47 tag such as en.");

/** The same thing said to the person concerned, and about that person. */
export interface Wording {
  self: string;
  other: string;
}

const NAME = "{{name}}";

/** The wording a rater reads. `relationship` is the rater's: "self", or any other one. */
export function wordingFor(wording: Wording, relationship: string): string {
  return relationship === "self" ? wording.self : wording.other;
}

/** Puts the person's name in place of every `{{name}}`, exactly as it is written. */
export function withName(wording: string, name: string): string {
  return wording.split(NAME).join(name);
}

/** How often a text holds `{{name}}`. */
export function nameCount(wording: string): number {
  return wording.split(NAME).length - 1;
}

/** Whether a text holds braces that are not `{{name}}`, such as a placeholder misspelt. */
export function hasStrayBraces(wording: string): boolean {
  return /[{}]/.test(wording.split(NAME).join(""));
}
