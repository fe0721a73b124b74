import { z } from "zod";
import { guideSchema, guideWordsSchema } from "./guide-file.ts";

/** The JSON Schemas of the content files of the guide, by file name. */
export function publishedGuideSchemas(): Record<string, object> {
  return {
    "guide.schema.json": schema("Twohats guide", guideSchema),
    "guide-words.schema.json": schema("Twohats guide in one language", guideWordsSchema),
  };
}

function schema(title: string, shape: z.ZodType): object {
  // "input" leaves the top open, so that a file may name its $schema.
  return { title, ...z.toJSONSchema(shape, { io: "input" }) };
}
