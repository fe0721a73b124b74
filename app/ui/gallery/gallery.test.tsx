import { expect, test } from "vitest";
import { attribute, markup } from "../testing/render.tsx";
import { Gallery } from "./gallery.tsx";

const html = markup(<Gallery />);
const ids = attribute(html, "id");

test("no id stands twice", () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("every reference from a label, a description or a name leads to something on the page", () => {
  const known = new Set(ids);
  const references = ["for", "aria-describedby", "aria-labelledby"].flatMap((name) =>
    attribute(html, name).flatMap((value) => value.split(" ")),
  );
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((id) => !known.has(id))).toEqual([]);
});

test("nothing carries an inline style or script, so a strict content security policy holds", () => {
  expect(html).not.toMatch(/\sstyle="/);
  expect(html).not.toContain("<script");
  expect(html).not.toMatch(/\son\w+="/);
});

test("every text has been found: no key is shown in place of words", () => {
  expect(html).not.toMatch(/>(chart|field|table|pagination|progress|stepper|search)\.[a-zA-Z.]+</);
});
