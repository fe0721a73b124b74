import { z } from "zod";
import { checkSchema, checkWordsSchema } from "./check-file.ts";

/** The JSON Schemas of the content files of checks, by file name. */
export function publishedCheckSchemas(): Record<string, object> {
  return {
    "check.schema.json": schema("Twohats check", checkSchema),
    "check-words.schema.json": schema("Twohats check in one language", checkWordsSchema),
  };
}

function schema(title: string, shape: z.ZodType): object {
  // "input" leaves the top open, so that a file may name its $schema.
  return { title, ...z.toJSONSchema(shape, { io: "input" }) };
}
