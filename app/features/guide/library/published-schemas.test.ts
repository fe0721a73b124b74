import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import words from "../../../../content/guide/de.json";
import situations from "../../../../content/guide/situations.v1.json";
import { publishedGuideSchemas } from "./published-schemas.ts";

const FOLDER = join(import.meta.dirname, "../../../../content/schema");
const published = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), "utf8"));

test("the published files are in step with the code; otherwise run npm run generate:schemas", () => {
  for (const [file, schema] of Object.entries(publishedGuideSchemas()))
    expect(published(file), file).toEqual(JSON.parse(JSON.stringify(schema)));
});

test("they accept the built-in files and name what is wrong in a broken one", () => {
  const [guide, worded] = ["guide.schema.json", "guide-words.schema.json"].map((file) =>
    z.fromJSONSchema(published(file)),
  );
  expect(guide?.safeParse(situations).success).toBe(true);
  expect(worded?.safeParse(words).success).toBe(true);
  const broken = { ...situations, situations: [{ ...situations.situations[0], group: "other" }] };
  const found = guide?.safeParse(broken).error?.issues.map(({ path }) => path);
  expect(found).toEqual([["situations", 0, "group"]]);
});
