import { z } from "zod";
import { frameworkSchema } from "~/features/frameworks/domain/index.ts";
import { instrumentSchema } from "./instrument.ts";

/** The JSON Schemas (draft 2020-12) that describe content files to people who write their own, by file name. */
export function publishedSchemas(): Record<string, object> {
  return {
    "framework.schema.json": jsonSchema("Twohats framework", frameworkSchema),
    "instrument.schema.json": jsonSchema("Twohats instrument", instrumentSchema),
  };
}

function jsonSchema(title: string, schema: z.ZodType): object {
  // "input" leaves the top open, so that a file may name its $schema.
  return { title, ...z.toJSONSchema(schema, { io: "input" }) };
}
