import { z } from "zod";
import { cleanText, looksLikeEmail } from "../clean-text.ts";
import { WEEK } from "./working-days.ts";

const LONGEST_TEXT = 200;

/** One line of text as it is stored; null when nothing is left of it. */
export const line = (most: number = LONGEST_TEXT) =>
  z
    .string()
    .max(most)
    .optional()
    .transform((text) => cleanText(text ?? ""));

const name = z
  .string("missing")
  .max(300)
  .transform((text) => cleanText(text) ?? "")
  .refine((text) => text !== "", "missing");

const address = line(254).refine((text) => text === null || looksLikeEmail(text), "malformed");

const date = z.iso
  .date("malformed")
  .refine((day) => day >= "1900" && day < "2101", "malformed")
  .optional()
  .transform((day) => day ?? null);

/** What is typed about a person by hand: the facts of a record, and a manager as people name each other. */
export const personInput = z.object({
  name,
  preferredName: line(),
  pronunciation: line(100),
  pronouns: line(60),
  givenName: line(149),
  familyName: line(149),
  email: address,
  employeeId: line(100),
  jobTitle: line(),
  jobLevel: line(),
  department: line(),
  division: line(),
  country: line(),
  location: line(),
  language: line(),
  timezone: line(),
  employmentType: line(),
  startDate: date,
  endDate: date,
  manager: line(600),
});

export type PersonInput = z.output<typeof personInput>;

/** Days of the week, ticked. */
export const weekdays = z.array(z.enum(WEEK)).optional();

/** A calendar date that has to be given. */
export const dayInput = z.iso
  .date("missing")
  .refine((day) => day >= "1900" && day < "2101", "malformed");
