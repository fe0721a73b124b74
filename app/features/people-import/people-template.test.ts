import { expect, test } from "vitest";
import { IMPORT_FIELDS } from "~/features/people/domain/columns/fields.ts";
import { recogniseHeaders } from "~/features/people/domain/columns/recognise-headers.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { readRows } from "~/platform/tables/testing/read-rows.ts";
import { peopleTemplate } from "./people-template.server.ts";
import { planFile } from "./testing/case-files.ts";

test("the template has every column under a title the import knows, and explains each", async () => {
  const t = texts.getFixedT("en", "people-import");
  const workbook = await peopleTemplate(t);
  const rows = await readRows(workbook);
  const [header] = typeof rows === "string" ? [] : rows;
  expect(recogniseHeaders(header?.cells ?? [])).toEqual([...IMPORT_FIELDS]);
  for (const field of IMPORT_FIELDS)
    expect(t(`template.meanings.${field}`)).toMatch(/^[A-Z][^{]+\.$/);
  // Not filled in, it is the sheet of people that is read, not the explanations.
  expect(await planFile(workbook)).toEqual({ refused: "file-header-only" });
});
