import { z } from "zod";

export const SHORTEST_PASSWORD = 10;
/** In the units of a JavaScript string, as better-auth counts; zod's own bounds count characters. */
export const LONGEST_PASSWORD = 128;
export const LONGEST_EMAIL = 254;
const LONGEST_NAME = 200;

const CONTROLS = /[\p{Cc}\p{Cs}]/u;
const SPACES_AND_CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]+/gu;

/** An address as it is typed on a phone, with a space at its end. */
export const emailField = z.string().trim().max(LONGEST_EMAIL).pipe(z.email());

/** A name on one line. What no keyboard types is taken out: the database can't keep all of it. */
export const nameField = z
  .string()
  .transform((text) => text.replace(SPACES_AND_CONTROLS, " ").trim().normalize("NFC"))
  .pipe(z.string().min(1).max(LONGEST_NAME));

export type PasswordProblem =
  | "password"
  | "password-long"
  | "password-characters"
  | "password-guessable";

/** What of a password's form keeps it from being chosen; null where nothing does. */
export function passwordProblem(
  given: unknown,
): Exclude<PasswordProblem, "password-guessable"> | null {
  if (typeof given !== "string" || given.length < SHORTEST_PASSWORD) return "password";
  if (given.length > LONGEST_PASSWORD) return "password-long";
  return CONTROLS.test(given) ? "password-characters" : null;
}

export const passwordField = z.string().refine((text) => passwordProblem(text) === null);
