import { writeFileSync } from "node:fs";
import { publishedSchemas } from "../app/features/questionnaires/instruments/published-schemas.ts";
import { resultsJsonSchema } from "../cli/score/results-schema.ts";

// Run with `npm run generate:schemas` after changing a schema; a test fails while the files are behind.
const files: Record<string, object> = { "docs/score-results.schema.json": resultsJsonSchema() };
for (const [file, schema] of Object.entries(publishedSchemas()))
  files[`content/schema/${file}`] = schema;

for (const [file, schema] of Object.entries(files)) {
  writeFileSync(new URL(`../${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
