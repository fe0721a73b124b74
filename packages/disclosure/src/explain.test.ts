import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { standardPolicy } from "./policy.ts";

test("words carry the policy's own numbers", () => {
  expect(explain("hidden-few-raters", standardPolicy)).toBe("Hidden: fewer than 3 raters.");
  expect(explain("hidden-few-raters", { ...standardPolicy, minimum: 4 })).toContain("fewer than 4");
  expect(explain("hidden-subtraction", standardPolicy)).toBe(
    "Hidden so that another figure cannot be worked out.",
  );
});

test("surveys have people instead of raters, and their own minimum", () => {
  expect(explain("hidden-few-raters", standardPolicy, "survey")).toBe(
    "Hidden: fewer than 5 people.",
  );
});
