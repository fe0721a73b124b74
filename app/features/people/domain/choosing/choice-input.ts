import { z } from "zod";
import { line } from "../by-hand/person-input.ts";
import { CHOSEN_FIELDS } from "../person.ts";

/** What somebody says of themselves. `revision` is of their record as the form was opened. */
export const choiceInput = z.object({
  preferredName: line(),
  pronunciation: line(100),
  pronouns: line(60),
  language: line(),
  timezone: line(),
  revision: z.coerce.number().int(),
});

export type ChoiceInput = Omit<z.output<typeof choiceInput>, "revision">;

/** One field that is to be as the organisation has it. */
export const giveBackInput = z.object({ field: z.enum(CHOSEN_FIELDS) });
