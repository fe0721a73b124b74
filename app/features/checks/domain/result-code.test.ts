import fc from "fast-check";
import { expect, test } from "vitest";
import { type Check, valuesOf } from "./check.ts";
import { readCode, writeCode } from "./result-code.ts";

const checkOf = (items: number, version = 1): Check => ({
  ...{ key: "styles", version, minutes: 3, scale: "amount" },
  parts: [{ key: "one", tone: "neutral", sense: "way", items }],
});
const answers = (items: number) =>
  fc.array(fc.option(fc.constantFrom(...valuesOf("amount"))), {
    minLength: items,
    maxLength: items,
  });
const voices = fc.constantFrom("team" as const, "alone" as const);

test.each([7, 24])("what is written of %i answers is read back, in few signs", (items) => {
  const check = checkOf(items);
  fc.assert(
    fc.property(answers(items), voices, (ratings, voice) => {
      const code = writeCode(check, voice, ratings);
      expect(readCode(check, `#${code}`)).toEqual({ ok: true, voice, ratings });
      expect(code.length).toBeLessThanOrEqual(items / 2 + 12);
      // It stands in an address as it is.
      expect(encodeURIComponent(code)).toBe(code);
    }),
  );
});

test("no address at all, another version and another check each have their own word", () => {
  const ratings = [2, 1, 0, -1, -2, null, 1, 0];
  const code = writeCode(checkOf(8), "team", ratings);
  expect(readCode(checkOf(8), "")).toEqual({ ok: false, reason: "none" });
  expect(readCode(checkOf(8), "#")).toEqual({ ok: false, reason: "none" });
  expect(readCode(checkOf(8, 2), code)).toEqual({ ok: false, reason: "other-version" });
  const other = { ...checkOf(8), key: "others" };
  expect(readCode(other, code)).toEqual({ ok: false, reason: "damaged" });
  expect(readCode(checkOf(9), code)).toEqual({ ok: false, reason: "damaged" });
});

test("a code that was cut off, or changed by one sign anywhere, is no result", () => {
  const check = checkOf(8);
  fc.assert(
    fc.property(
      answers(8),
      voices,
      fc.nat(),
      fc.constantFrom(..."09abyz-t"),
      (ratings, voice, at, sign) => {
        const code = writeCode(check, voice, ratings);
        const place = at % code.length;
        const changed = `${code.slice(0, place)}${sign}${code.slice(place + 1)}`;
        if (changed !== code) expect(readCode(check, changed).ok).toBe(false);
        if (place > 0) expect(readCode(check, code.slice(0, place)).ok).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test("whatever stands behind the # is read or refused, and never fails", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "binary" }), (text) => {
      expect(readCode(checkOf(8), text)).toHaveProperty("ok");
    }),
  );
});
