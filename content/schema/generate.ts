import { writeFileSync } from "node:fs";
import { publishedSchemas } from "../../app/features/frameworks/domain/published-schemas.ts";

// Run with `node content/schema/generate.ts` after changing a schema; a test fails while the files are behind.
for (const [file, schema] of Object.entries(publishedSchemas())) {
  writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
