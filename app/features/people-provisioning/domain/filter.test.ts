import fc from "fast-check";
import { expect, test } from "vitest";
import { readFilter } from "./filter.ts";
import { patchUser } from "./patch-user.ts";
import { readPatch } from "./read-patch.ts";
import { readPath } from "./read-path.ts";
import { readUser } from "./read-user.ts";
import { USER_ATTRIBUTES, type UserFacts } from "./user-attributes.ts";
import { userFilterName } from "./user-filter.ts";

const nobody = Object.fromEntries(USER_ATTRIBUTES.map(({ fact }) => [fact, null])) as UserFacts;

const word = fc.constantFrom(
  ...["userName", "emails", "emails[", "]", "(", ")", "and", "or", "not", "eq", "co", "sw", "pr"],
  ...[
    '"x"',
    '"\\""',
    "true",
    "null",
    "1.5",
    ".value",
    "type",
    "urn:a:b:C",
    "'",
    ";--",
    "\u0000",
    ".",
  ],
);
const nonsense = fc.oneof(
  fc.array(word).map((words) => words.join(" ")),
  fc.string(),
);

test("a quote that never ends, with whatever signs in it, is refused at once", () => {
  for (const sign of ["\n", "\r", "\t", "\u0000", "\u0085"])
    for (const text of [
      `userName eq "${sign.repeat(3_000)}`,
      `emails[type eq "${sign.repeat(3_000)}`,
    ])
      expect(readFilter(text, userFilterName)).toMatchObject({ status: 400 });
});

test("whatever is sent as a filter or a path is read or refused with 400, and never throws", () => {
  fc.assert(
    fc.property(nonsense, (text) => {
      const filter = readFilter(text, userFilterName);
      if (!filter.ok) expect(filter).toMatchObject({ status: 400, scimType: "invalidFilter" });
      const path = readPath(text);
      if (!path.ok) expect(path).toMatchObject({ status: 400, scimType: "invalidPath" });
    }),
    { numRuns: 2_000 },
  );
});

test("whatever is sent as a user or a PATCH is read or refused with 400, and never throws", () => {
  const op = fc.record(
    { op: fc.constantFrom("Add", "replace", "Remove"), path: nonsense, value: fc.jsonValue() },
    { requiredKeys: ["op"] },
  );
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(op, { minLength: 1 }), (body, operations) => {
      const user = readUser(body);
      if (!user.ok) expect(user.status).toBe(400);
      const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
      const patch = readPatch({ schemas, Operations: operations });
      const patched = patch.ok ? patchUser(nobody, patch.value) : patch;
      if (!patched.ok) expect(patched.status).toBe(400);
      else
        for (const value of Object.values(patched.value))
          expect(["string", "boolean", "object"]).toContain(typeof value);
    }),
    { numRuns: 1_000 },
  );
});

test("and binds closer than or, not closest; a value stays a value, whatever stands in it", () => {
  const injected = `x" or userName pr or userName eq "`;
  const read = readFilter(
    `title eq "a" or title eq "b" and not (userName eq ${JSON.stringify(injected)})`,
    userFilterName,
  );
  expect(read).toEqual({
    ok: true,
    value: {
      kind: "or",
      of: [
        { kind: "compare", attribute: "title", op: "eq", value: "a" },
        {
          kind: "and",
          of: [
            { kind: "compare", attribute: "title", op: "eq", value: "b" },
            {
              kind: "not",
              of: { kind: "compare", attribute: "userName", op: "eq", value: injected },
            },
          ],
        },
      ],
    },
  });
});
