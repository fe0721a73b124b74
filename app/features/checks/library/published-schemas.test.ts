import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import balance from "../../../../content/checks/balance.v1.json";
import words from "../../../../content/checks/de/balance.v1.json";
import { publishedCheckSchemas } from "./published-schemas.ts";

const FOLDER = join(import.meta.dirname, "../../../../content/schema");
const published = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), "utf8"));

test("the published files are in step with the code; otherwise run npm run generate:schemas", () => {
  for (const [file, schema] of Object.entries(publishedCheckSchemas()))
    expect(published(file), file).toEqual(JSON.parse(JSON.stringify(schema)));
});

test("they accept the built-in files and name what is wrong in a broken one", () => {
  const [check, worded] = ["check.schema.json", "check-words.schema.json"].map((file) =>
    z.fromJSONSchema(published(file)),
  );
  expect(check?.safeParse(balance).success).toBe(true);
  expect(worded?.safeParse(words).success).toBe(true);
  const broken = check?.safeParse({ ...balance, scale: "stars" });
  expect(broken?.error?.issues.map(({ path }) => path)).toEqual([["scale"]]);
});
