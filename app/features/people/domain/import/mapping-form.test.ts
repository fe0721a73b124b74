import { expect, test } from "vitest";
import { readMappingForm } from "./mapping-form.ts";

test("reads columns in order, and takes what is no choice as not made", () => {
  const form = new FormData();
  for (const [column, value] of ["name", "", "salary", "email"].entries()) {
    form.set(`column-${column}`, value);
  }
  form.set("dateOrder", "mdy");
  form.set("emptyCells", "keep");
  expect(readMappingForm(form)).toEqual({
    columns: ["name", null, null, "email"],
    dateOrder: "mdy",
    emptyCells: "keep",
  });
  expect(readMappingForm(new FormData())).toEqual({
    columns: [],
    dateOrder: null,
    emptyCells: "clear",
  });
});
