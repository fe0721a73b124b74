import { expect, test } from "vitest";
import { CHAIN_BEGINS, type Found, followChain, textToSeal } from "./audit-chain.ts";

const own = { keyMark: "mark", digestOf: (text: string) => `digest of ${text}` };
const record = (id: string) => ({ id, said: `["${id}"]` });

function chainOf(...parts: string[][]): Found[] {
  let head = "";
  return parts.map((ids, index) => {
    const records = ids.map(record);
    const digest = own.digestOf(textToSeal(head, index + 1, records));
    head = digest;
    const seal = { number: index + 1, records: records.length, digest, keyMark: own.keyMark };
    return { seal, records };
  });
}
const chain = () => chainOf(["a", "b"], ["c"], ["d", "e", "f"]);
const broken = (found: Found[]) => followChain(found, own).broken;

test("a chain that nobody touched holds to its end, in one go or in parts, in whatever order its records come", () => {
  const found = chain();
  const whole = followChain(found, own);
  expect(whole.broken).toBeNull();
  expect(whole.reached).toEqual({ number: 3, head: found[2]?.seal.digest });
  const half = followChain(found.slice(0, 2), own);
  expect(followChain(found.slice(2), own, half.reached)).toEqual(whole);
  expect(
    broken(found.map(({ seal, records }) => ({ seal, records: records.toReversed() }))),
  ).toBeNull();
  expect(followChain([], own)).toEqual({ reached: CHAIN_BEGINS, broken: null });
});

test.each([
  [
    "a record that says something else",
    (found: Found[]) => found.with(1, { ...at(found, 1), records: [{ id: "c", said: "other" }] }),
    { seal: 2, why: "changed" },
  ],
  [
    "a record in another's place",
    (found: Found[]) => found.with(1, { ...at(found, 1), records: [record("z")] }),
    { seal: 2, why: "changed" },
  ],
  [
    "a record that is gone",
    (found: Found[]) => found.with(2, { ...at(found, 2), records: [record("d"), record("e")] }),
    { seal: 3, why: "records-missing" },
  ],
  [
    "a record that is gone, with the count put right",
    (found: Found[]) =>
      found.with(2, {
        seal: { ...at(found, 2).seal, records: 2 },
        records: [record("d"), record("e")],
      }),
    { seal: 3, why: "changed" },
  ],
  [
    "a seal that is gone",
    (found: Found[]) => found.toSpliced(1, 1),
    { seal: 2, why: "seal-missing" },
  ],
  [
    "a seal that is gone, with the numbers put right",
    (found: Found[]) => [
      at(found, 0),
      { ...at(found, 2), seal: { ...at(found, 2).seal, number: 2 } },
    ],
    { seal: 2, why: "changed" },
  ],
  [
    "a seal made with another secret",
    (found: Found[]) =>
      found.with(0, { ...at(found, 0), seal: { ...at(found, 0).seal, keyMark: "other" } }),
    { seal: 1, why: "other-secret" },
  ],
] as const)("%s is found", (_, change, expected) => {
  expect(broken(change(chain()))).toEqual(expected);
});

function at(found: Found[], index: number): Found {
  const one = found[index];
  if (!one) throw new Error("no such seal");
  return one;
}
