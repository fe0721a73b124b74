import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rolesTable } from "./roles-table.ts";

test("docs/roles.md says who may do what, cell by cell (then: npm run generate:roles)", async () => {
  const told = readFileSync("docs/roles.md", "utf8")
    .split("\n")
    .filter((line) => /^\| +[^-]/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(told).toEqual(await rolesTable());
});
