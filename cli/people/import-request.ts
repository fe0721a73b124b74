import { z } from "zod";

/** What `twohats import people` is asked to do with a file; what a server that runs already is handed. */
export const importRequest = z.object({
  organisation: z.string().optional(),
  store: z.boolean(),
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  emptyCells: z.enum(["clear", "keep"]),
  answers: z.object({
    encoding: z.string().optional(),
    sheet: z.string().optional(),
    hiddenRows: z.enum(["with", "without"]).optional(),
    lists: z.enum(["people", "absences"]).optional(),
    withoutManager: z.union([z.literal("all"), z.array(z.int())]).optional(),
  }),
});

export type ImportRequest = z.infer<typeof importRequest>;

/** What came of it: lines for the terminal, or why not. */
export const importAnswer = z.union([
  z.object({ lines: z.array(z.string()) }),
  z.object({ message: z.string(), wayOut: z.string() }),
]);

export type ImportAnswer = z.infer<typeof importAnswer>;
