import { mkdirSync, writeFileSync } from "node:fs";
import { languages } from "../app/platform/i18n/language.ts";
import { lookedAtFile, printsOfEnglish } from "../app/platform/i18n/testing/text-files.ts";

// Run with `npm run texts:looked-at` once the translations of changed English were looked at; a test names them.
for (const language of languages.filter((each) => each !== "en")) {
  const file = lookedAtFile(language);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(printsOfEnglish(), null, 2)}\n`);
}
