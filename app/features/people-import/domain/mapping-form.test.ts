import { expect, test } from "vitest";
import { mappingInput, mappingProblem } from "./mapping-form.ts";

test("takes what is no choice as not made", () => {
  const columns = ["name", "", "salary", undefined, "email"];
  expect(mappingInput.parse({ columns, dateOrder: "mdy", emptyCells: "keep" })).toEqual({
    columns: ["name", null, null, null, "email"],
    dateOrder: "mdy",
    emptyCells: "keep",
  });
  expect(mappingInput.parse({ columns: [] })).toEqual({
    columns: [],
    dateOrder: null,
    emptyCells: "keep",
  });
});

test("a fault is told at the column where it is put right", () => {
  const columns = ["name", "email", "name"];
  expect(mappingProblem({ code: "field-mapped-twice", field: "name" }, columns)).toEqual({
    field: "columns[2]",
    code: "field-mapped-twice",
    values: { field: "name" },
  });
  expect(mappingProblem({ code: "name-not-mapped" }, columns).field).toBe("columns[0]");
  expect(mappingProblem({ code: "date-order-unknown" }, columns).field).toBe("dateOrder");
});
