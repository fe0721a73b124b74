import { expect, test } from "vitest";
import { distinctName, fileHeaders, fileName } from "./file-name.ts";

test.each([
  [["Report", "Ana Silva", "2026-03-02"], "Report - Ana Silva - 2026-03-02.pdf"],
  [["../../etc/passwd", "a:b*c?d"], "etc passwd - a b c d.pdf"],
  [["", " . ", "x"], "x.pdf"],
  [["zero\u0000\u202Egnp", "line\nbreak"], "zero gnp - line break.pdf"],
  [["مريم", "😀"], "مريم - 😀.pdf"],
])("%j is safe to keep as a file", (parts, name) => {
  expect(fileName(parts, "pdf")).toBe(name);
});

test("a long name is cut between letters, and keeps its ending", () => {
  const name = fileName(["é👩‍👩‍👧".repeat(60)], "pdf");
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(154);
  expect(name.endsWith("é.pdf") || name.endsWith("👩‍👩‍👧.pdf")).toBe(true);
});

test("the same name twice gets a number, whatever its case", () => {
  const taken = new Set<string>();
  expect(["A.pdf", "a.pdf", "A.pdf", "A (2).pdf"].map((name) => distinctName(name, taken))).toEqual(
    ["A.pdf", "a (2).pdf", "A (3).pdf", "A (2) (2).pdf"],
  );
});

test("headers carry the whole name and a plain one, let nothing be added, and keep it out of caches", () => {
  const headers = fileHeaders('Zoë\'s "x" 😀.pdf', "application/pdf");
  expect(headers["Content-Disposition"]).toBe(
    `attachment; filename="Zoe's _x_ __.pdf"; filename*=UTF-8''Zo%C3%AB%27s%20%22x%22%20%F0%9F%98%80.pdf`,
  );
  expect(headers["Cache-Control"]).toBe("no-store");
});
