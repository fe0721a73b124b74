import { z } from "zod";
import {
  practiceLibrarySchema,
  practiceTranslationSchema,
} from "../domain/library/practice-library.ts";
import { startersSchema } from "../domain/starters/starter.ts";

/** The JSON Schemas of the feature's content files, by file name. */
export function publishedDevelopmentSchemas(): Record<string, object> {
  return {
    "practice-library.schema.json": schema("Twohats library of practices", practiceLibrarySchema),
    "practice-library-translation.schema.json": schema(
      "Twohats library of practices in another language",
      practiceTranslationSchema,
    ),
    "plan-starters.schema.json": schema("Twohats starter sets of a plan", startersSchema),
  };
}

function schema(title: string, shape: z.ZodType): object {
  // "input" leaves the top open, so that a file may name its $schema.
  return { title, ...z.toJSONSchema(shape, { io: "input" }) };
}
