import { expect, test } from "vitest";
import { displayName } from "./display-name.ts";

test.each([
  ["Ana Maria Lima", null, "Lima", "Ana Maria Lima"],
  ["Ana Maria Lima", "Annie", "Lima", "Annie Lima"],
  ["Ana Maria Lima", "Annie Lima Souza", "Lima", "Annie Lima Souza"],
  ["Ana Maria Lima", "Annie", null, "Ana Maria Lima"],
])(
  "%s, preferably %s, family name %s, is shown as %s",
  (name, preferredName, familyName, shown) => {
    expect(displayName({ name, preferredName, familyName })).toBe(shown);
  },
);
