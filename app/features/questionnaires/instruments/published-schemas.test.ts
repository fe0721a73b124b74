import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import bothHats from "../../../../content/frameworks/both-hats.v1.json";
import full from "../../../../content/instruments/both-hats-360.v1.json";
import { publishedSchemas } from "./published-schemas.ts";
import { upgradeInstrument } from "./upgrade-instrument.ts";

const FOLDER = join(import.meta.dirname, "../../../../content/schema");

const FIRST_FORMAT = "instrument.schema.json";

function published(file: string) {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
}

test("the published files are in step with the code; otherwise run npm run generate:schemas", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  // Those of practices, plans, checks and the guide are of features above, which look after them.
  const own = files.filter((file) => !/^(practice-library|plan-starters|check|guide)/.test(file));
  expect(own.sort()).toEqual([...Object.keys(publishedSchemas()), FIRST_FORMAT].sort());
  for (const [file, schema] of Object.entries(publishedSchemas())) {
    expect(published(file), file).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});

test("the published schemas accept the built-in files and name what is wrong in a broken one", () => {
  const framework = z.fromJSONSchema(published("framework.schema.json"));
  const instrument = z.fromJSONSchema(published(FIRST_FORMAT));
  const today = z.fromJSONSchema(published("instrument-2.schema.json"));
  expect(today.safeParse(upgradeInstrument(full)).success).toBe(true);
  expect(framework.safeParse(bothHats).success).toBe(true);
  expect(instrument.safeParse(full).success).toBe(true);
  expect(
    framework.safeParse({ ...bothHats, hats: [] }).error?.issues.map(({ path }) => path),
  ).toEqual([["hats"]]);
  expect(instrument.safeParse({ ...full, minutes: "nine" }).error?.issues[0]?.path).toEqual([
    "minutes",
  ]);
});
