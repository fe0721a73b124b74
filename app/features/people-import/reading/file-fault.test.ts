import { expect, test } from "vitest";
import { uploadFaults } from "~/platform/http/read-upload.server.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { readingFaults } from "~/platform/tables/reading-fault.ts";
import { tableFaults } from "../domain/table.ts";

test.each([...readingFaults, ...tableFaults, ...uploadFaults])("%s is said in words", (fault) => {
  const t = texts.getFixedT("en", "people-import");
  const words = t(`import.faults.${fault}`, { row: 7, context: "row" });
  expect(words).toMatch(/^[A-Z][^_{]+\.$/);
});
