import { writeFileSync } from "node:fs";
import type * as Checks from "../app/features/checks/library/published-schemas.ts";
import type * as Development from "../app/features/development/library/published-schemas.ts";
import type * as Guide from "../app/features/guide/library/published-schemas.ts";
import type * as Schemas from "../app/features/questionnaires/instruments/published-schemas.ts";
import { openApp } from "../bench/support/load-app.ts";
import { resultsJsonSchema } from "../cli/score/results-schema.ts";

// Run with `npm run generate:schemas` after changing a schema; a test fails while the files are behind.
const app = await openApp();
const { publishedSchemas } = await app.load<typeof Schemas>(
  "/app/features/questionnaires/instruments/published-schemas.ts",
);
const files: Record<string, object> = { "docs/score-results.schema.json": resultsJsonSchema() };
const { publishedDevelopmentSchemas } = await app.load<typeof Development>(
  "/app/features/development/library/published-schemas.ts",
);
const { publishedCheckSchemas } = await app.load<typeof Checks>(
  "/app/features/checks/library/published-schemas.ts",
);
const { publishedGuideSchemas } = await app.load<typeof Guide>(
  "/app/features/guide/library/published-schemas.ts",
);
for (const [file, schema] of Object.entries({
  ...publishedGuideSchemas(),
  ...publishedCheckSchemas(),
  ...publishedSchemas(),
  ...publishedDevelopmentSchemas(),
}))
  files[`content/schema/${file}`] = schema;

for (const [file, schema] of Object.entries(files)) {
  writeFileSync(new URL(`../${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
await app.close();
