import { expect, test } from "vitest";
import { organisationNameField } from "./organisation-name.ts";

const read = (text: string) => organisationNameField.safeParse(text);

test.each([
  ["Harbourline", "Harbourline"],
  ["  two \t lines\nin one ", "two lines in one"],
  ["شركة الميناء", "شركة الميناء"],
  ["👩‍🚀 Space", "👩‍🚀 Space"],
  ["🏴󠁧󠁢󠁥󠁮󠁧󠁿 Club", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Club"],
  ["🚢", "🚢"],
  ["e\u0301cole", "\u00e9cole"],
  ["42", "42"],
  ["👩‍🚀".repeat(66), "👩‍🚀".repeat(66)],
])("%j is a name", (typed, kept) => {
  expect(read(typed)).toMatchObject({ success: true, data: kept });
});

test("signs that turn the direction of other words are taken out", () => {
  expect(read("Acme\u202Eknab\u202C\u2066x\u2069\u200F")).toMatchObject({ data: "Acmeknabx" });
});

test.each(["", "   ", "\u200b\u2060", "---", "\u202e"])("%j is none", (typed) => {
  expect(read(typed).success).toBe(false);
});

test("200 characters are a name, 201 and 500 are too long", () => {
  expect(read("x".repeat(200)).success).toBe(true);
  for (const length of [201, 500])
    expect(read("x".repeat(length)).error?.issues[0]?.message).toBe("too-long");
  expect(read("🚢".repeat(200)).success).toBe(true);
});
