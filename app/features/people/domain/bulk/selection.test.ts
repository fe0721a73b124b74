import { expect, test } from "vitest";
import { readSelection } from "./selection.ts";

const read = (text: string) => readSelection(new URLSearchParams(text));
const ana = "019ac111-0000-7000-8000-000000000001";

test("those ticked are meant once each; what is no id is left out", () => {
  expect(read(`what=leave&p=${ana}&p=${ana}&p=nonsense`)).toEqual({
    what: "leave",
    whom: { ids: [ana] },
  });
  expect(read("")).toEqual({ what: "department", whom: { ids: [] } });
});

test("all who match are told by the list's own filter, whoever is ticked", () => {
  expect(read(`what=language&who=all&q=deck&country=Norway&p=${ana}`)).toMatchObject({
    what: "language",
    whom: { query: { search: "deck", country: "Norway", status: "active" } },
  });
});
