import { z } from "zod";
import { dayInput, weekdays } from "../by-hand/person-input.ts";
import { cleanText } from "../clean-text.ts";
import { type DirectoryQuery, readDirectoryQuery } from "../directory-query.ts";

/** What can be done to many people at once. */
export const TOGETHER = ["department", "language", "timezone", "workingDays", "leave"] as const;

export type Together = (typeof TOGETHER)[number];

/** Whom it is done to: those ticked on a page of the list, or all whom a filter lets through. */
export type Selection = {
  what: Together;
  whom: { ids: readonly string[] } | { query: DirectoryQuery };
};

const id = z.uuid();
/** Of one page of the list there are fewer. */
const MOST_TICKED = 200;

/** Reads a selection from an address. What it cannot mean is left out: nobody, then. */
export function readSelection(parameters: URLSearchParams): Selection {
  const what = TOGETHER.find((each) => each === parameters.get("what")) ?? "department";
  if (parameters.get("who") === "all")
    return { what, whom: { query: readDirectoryQuery(parameters) } };
  const ids = parameters.getAll("p").filter((text) => id.safeParse(text).success);
  return { what, whom: { ids: [...new Set(ids)].slice(0, MOST_TICKED) } };
}

// Nothing chosen is no wish to take away what many have.
const text = z
  .string("missing")
  .max(200)
  .transform((typed) => cleanText(typed) ?? "")
  .refine((typed) => typed !== "", "missing");

const seen = { fingerprint: z.string() };

/** What is to stand there from now on; `fingerprint` is of the people the page showed. */
export const changeTogetherInput = z.discriminatedUnion("what", [
  z.object({ what: z.literal("department"), department: text, ...seen }),
  z.object({ what: z.literal("language"), language: text, ...seen }),
  z.object({ what: z.literal("timezone"), timezone: text, ...seen }),
  z.object({
    what: z.literal("workingDays"),
    workingDays: weekdays.unwrap().min(1, "missing"),
    ...seen,
  }),
  z.object({ what: z.literal("leave"), day: dayInput, ...seen }),
]);

export type ChangeTogether = z.output<typeof changeTogetherInput>;
