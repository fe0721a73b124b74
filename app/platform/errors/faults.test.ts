import { expect, test } from "vitest";
import { isDatabaseAway } from "./database-away.ts";
import { describeFault } from "./describe-fault.ts";

const coded = (code: string, message = "x") => Object.assign(new Error(message), { code });

test.each([
  coded("ECONNREFUSED"),
  coded("57P01", "terminating connection due to administrator command"),
  coded("57P03", "the database system is starting up"),
  coded("53300", "sorry, too many clients already"),
  coded("08006"),
  new Error("timeout exceeded when trying to connect"),
  new Error("Connection terminated unexpectedly"),
  new Error("sign-in failed", { cause: coded("ECONNREFUSED") }),
  new AggregateError([coded("ECONNREFUSED")]),
])("a database that is away is recognised: %s", (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([coded("23505"), coded("22P02"), new Error("x"), "ECONNREFUSED", null])(
  "a fault of ours is not blamed on the database: %s",
  (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  },
);

test("a log says where it happened, and none of the words that came with it", () => {
  const error = coded(
    "22P02",
    'invalid input syntax for type uuid: "ana@example.org\n    secret /r/TOKEN"',
  );
  const described = describeFault(error);
  expect(described).toMatchObject({ name: "Error", code: "22P02" });
  expect(described.at?.[0]).toMatch(/^at .*faults\.test\.ts/);
  expect(JSON.stringify(described)).not.toMatch(/ana@example|TOKEN|secret/);
});

test("a code that is no code is left out", () => {
  expect(describeFault(coded("no such user ana@example.org")).code).toBeUndefined();
  expect(describeFault("thrown words of someone")).toEqual({ name: "string" });
});
