import { z } from "zod";
import {
  frameworkSchema,
  frameworkTranslationSchema,
  ownFrameworkSchema,
  readyMadeSchema,
} from "~/features/frameworks/domain/index.ts";
import { instrumentSchema } from "./instrument.ts";

/**
 * The JSON Schemas (draft 2020-12) that describe content files to people who write their own, by file name. That of the
 * first format of instruments, `instrument.schema.json`, stands beside them and changes no more: the built-in files are
 * written in it.
 */
export function publishedSchemas(): Record<string, object> {
  return {
    "framework.schema.json": jsonSchema("Twohats framework", frameworkSchema),
    "framework-translation.schema.json": jsonSchema(
      "Twohats framework in another language",
      frameworkTranslationSchema,
    ),
    "own-framework.schema.json": jsonSchema(
      "Twohats framework of an organisation's own",
      ownFrameworkSchema,
    ),
    "role-profiles.schema.json": jsonSchema("Twohats role profiles to copy", readyMadeSchema),
    "instrument-2.schema.json": jsonSchema("Twohats instrument, format 2", instrumentSchema),
  };
}

function jsonSchema(title: string, schema: z.ZodType): object {
  // "input" leaves the top open, so that a file may name its $schema.
  return { title, ...z.toJSONSchema(schema, { io: "input" }) };
}
