import { expect, test } from "vitest";
import { completeSettings, suggestedSettings } from "./settings.ts";
import type { FileTable } from "./table.ts";

function table(header: string[], ...rows: string[][]): FileTable {
  return { header, rows: rows.map((cells, index) => ({ row: index + 2, cells })) };
}

function faultsOf(file: FileTable): string[] {
  const result = completeSettings(file, suggestedSettings(file));
  return result.ok ? [] : result.faults.map(({ code }) => code);
}

test("a file with known headers needs no help", () => {
  const file = table(["Name", "Email", "Start date"], ["Ana", "a@x.org", "25/12/2023"]);
  expect(completeSettings(file, suggestedSettings(file))).toEqual({
    ok: true,
    settings: { columns: ["name", "email", "startDate"], dateOrder: "dmy", emptyCells: "clear" },
  });
});

test("asks for a name and for something to find people again by", () => {
  expect(faultsOf(table(["Nom", "Courriel"], ["Ana", "a@x.org"]))).toEqual([
    "name-not-mapped",
    "identifier-not-mapped",
  ]);
});

test("asks for the order of dates when nothing decides it, and takes the answer", () => {
  const file = table(["Name", "Email", "Start date"], ["Ana", "a@x.org", "03/04/2024"]);
  expect(faultsOf(file)).toEqual(["date-order-unknown"]);
  const answered = completeSettings(file, { ...suggestedSettings(file), dateOrder: "mdy" });
  expect(answered.ok && answered.settings.dateOrder).toBe("mdy");
});

test("dates in columns that are not imported ask nothing", () => {
  const file = table(["Name", "Email", "Birthday"], ["Ana", "a@x.org", "03/04/1990"]);
  expect(faultsOf(file)).toEqual([]);
});

test("one field for two columns is refused", () => {
  const file = table(["Name", "Email", "Private"], ["Ana", "a@x.org", "b@x.org"]);
  const columns = ["name" as const, "email" as const, "email" as const];
  const result = completeSettings(file, { ...suggestedSettings(file), columns });
  expect(result.ok ? [] : result.faults).toEqual([{ code: "field-mapped-twice", field: "email" }]);
});
