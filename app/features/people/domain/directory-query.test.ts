import { expect, test } from "vitest";
import { directoryParameters, readDirectoryQuery } from "./directory-query.ts";

const read = (text: string) => readDirectoryQuery(new URLSearchParams(text));

test("an empty address asks for the first page of everyone active, by name", () => {
  expect(read("")).toEqual({
    search: "",
    department: "",
    country: "",
    status: "active",
    sort: "name",
    descending: false,
    page: 1,
  });
});

test("whatever an address cannot mean is left out", () => {
  expect(read(`q=${"x".repeat(300)}&status=gone&sort=salary&descending=1&page=-3`)).toEqual(
    read(""),
  );
});

test("an address leads back to its query", () => {
  const text = "q=ana+lima&department=Deck&status=inactive&sort=manager&descending=yes&page=3";
  expect(directoryParameters(read(text)).toString()).toBe(text);
  expect(directoryParameters(read(text), { page: 1, search: "" }).toString()).toBe(
    "department=Deck&status=inactive&sort=manager&descending=yes",
  );
});
