import { expect, test } from "vitest";
import { figuresCsv } from "./figures-csv.ts";

test("words that a spreadsheet could run are made harmless; figures below zero stay figures", () => {
  const csv = figuresCsv({
    title: "t",
    columns: ["a", "b"],
    rows: [
      ["=1+1", -0.4],
      ["-2 is far too little", null],
      ['say "hi", then', 3],
    ],
  });
  expect(csv).toBe(
    '\uFEFFa,b\r\n\'=1+1,-0.4\r\n\'-2 is far too little,\r\n"say ""hi"", then",3\r\n',
  );
});
