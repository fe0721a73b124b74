import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readUser } from "./read-user.ts";
import { USER_ATTRIBUTES, written } from "./user-attributes.ts";

const DOCS = resolve(import.meta.dirname, "../../../../docs/provisioning.md");

test("the table of docs/provisioning.md is every attribute that is kept, and what becomes of it", () => {
  const told = readFileSync(DOCS, "utf8")
    .split("\n")
    .filter((line) => /^\| `/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const kept = USER_ATTRIBUTES.map((attribute) => [
    `\`${written(attribute)}\``,
    attribute.becomes ?? "kept for the provider",
  ]);
  expect(told).toEqual(kept);
});

test("every attribute is read at its path, in any letter case, with its schema before it or not", () => {
  for (const attribute of USER_ATTRIBUTES) {
    const { fact, type, schema, path } = attribute;
    const value = type === "boolean" ? true : "a text";
    const keys = [written(attribute), written(attribute).toUpperCase(), `${schema}:${path}`];
    for (const key of keys)
      expect(readUser({ [key]: value }), key).toEqual({ ok: true, value: { [fact]: value } });
  }
});
