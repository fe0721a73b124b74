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
    ...{ ok: true, lists: "people", open: false },
    settings: { columns: ["name", "email", "startDate"], dateOrder: "dmy", emptyCells: "keep" },
  });
});

test("asks for a name and for something to find people again by", () => {
  expect(faultsOf(table(["Wer", "Wohin"], ["Ana", "a@x.org"]))).toEqual([
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

test("dates of absences are asked about like any other, and one half of them is not enough", () => {
  const file = table(
    ["Id", "Email", "Away from", "Away until"],
    ["1", "", "03/04/2026", "05/06/2026"],
  );
  expect(faultsOf(file)).toEqual(["date-order-unknown"]);
  const half = table(["Id", "Name", "Away from"], ["1", "Ana", "03/04/2026"]);
  const result = completeSettings(half, { ...suggestedSettings(half), dateOrder: "dmy" });
  expect(result.ok ? [] : result.faults).toEqual([
    { code: "absence-half-mapped", field: "awayUntil", beside: "awayFrom" },
  ]);
});

test("a column that only says how many days somebody works is left to whoever imports", () => {
  const columnOf = (...cells: string[]) =>
    suggestedSettings(table(["Id", "Working days"], ...cells.map((cell) => ["1", cell])))
      .columns[1];
  expect(columnOf("5", "4.5", "", "3 days")).toBeNull();
  expect(columnOf("5", "Mon-Wed")).toBe("workingDays");
  expect(columnOf("", "")).toBe("workingDays");
});

test.each([
  [["Id", "Away from", "Away until"], "absences", false],
  [["Email", "From", "Until"], "absences", false],
  [["Id", "Name", "Von", "Bis"], "absences", true],
  [["Id", "Name", "Department", "Away from", "Away until"], "people", false],
  [["Id", "Name", "Department", "Leave type", "Start date", "End date"], "absences", true],
  [["Id", "Name", "Working days", "Leave type", "Away from", "Away until"], "people", false],
  [["Id", "Name", "Start date", "End date"], "people", false],
])("%j lists %s; open: %s", (header, lists, open) => {
  const file = table(header, ["1"]);
  expect(completeSettings(file, suggestedSettings(file))).toMatchObject({ ok: true, lists, open });
  for (const answer of ["people", "absences"] as const) {
    const answered = { ...suggestedSettings(file), answers: { lists: answer } };
    const { lists: said, open: left } = completeSettings(file, answered);
    // Where there is nothing to be away from and to, nobody can say that it lists absences.
    expect(said).toBe(
      header.includes("Start date") && !header.includes("Leave type") ? "people" : answer,
    );
    expect(left).toBe(false);
  }
});
