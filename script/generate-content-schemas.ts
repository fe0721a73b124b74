import { writeFileSync } from "node:fs";
import { publishedSchemas } from "../app/features/frameworks/domain/published-schemas.ts";

// Run with `npm run generate:schemas` after changing a schema; a test fails while the files are behind.
for (const [file, schema] of Object.entries(publishedSchemas())) {
  writeFileSync(
    new URL(`../content/schema/${file}`, import.meta.url),
    `${JSON.stringify(schema, null, 2)}\n`,
  );
}
