import { expect, test } from "vitest";
import * as everything from "./index.ts";
import {
  assertDisclosed,
  bundle,
  type Disclosed,
  decideGroups,
  derive,
  type GroupDecision,
  isDisclosed,
  standardPolicy,
} from "./index.ts";

const decided = decideGroups([{ relationship: "peer", raters: 4 }], standardPolicy);

test("only values made here pass, not copies, casts or what comes back from storage", () => {
  expect(isDisclosed(decided)).toBe(true);
  expect(isDisclosed({ ...decided })).toBe(false);
  const cast = { groups: [] } as unknown as Disclosed<GroupDecision>;
  expect(() => assertDisclosed(cast)).toThrow(TypeError);
  expect(isDisclosed(JSON.parse(JSON.stringify(decided)))).toBe(false);
  expect(isDisclosed(null)).toBe(false);
});

test("the type checker refuses plain data where a disclosed value is asked for", () => {
  const store = (value: Disclosed<GroupDecision>) => value.groups.length;
  expect(store(decided)).toBe(1);
  const plain: GroupDecision = JSON.parse(JSON.stringify(decided));
  // @ts-expect-error plain data of the right shape has not been disclosed
  expect(store(plain)).toBe(1);
  // @ts-expect-error neither has a copy made outside the package and changed
  expect(store({ ...plain, groups: [] })).toBe(0);
});

test("the index hands out no way to mark a value of one's own", () => {
  expect(Object.keys(everything)).not.toContain("seal");
});

test("a disclosed value is frozen all the way down and is its own JSON", () => {
  expect(() => Object.assign(decided.groups[0] ?? {}, { raters: 1 })).toThrow(TypeError);
  expect(JSON.parse(JSON.stringify(decided))).toEqual(decided);
});

test("bundles and derived values need disclosed parts", () => {
  const both = bundle({ first: decided, second: decided });
  expect(isDisclosed(both)).toBe(true);
  const derived = derive(both, (shown) => ({ count: shown.first.groups.length }));
  expect(derived).toEqual({ count: 1 });
  expect(isDisclosed(derived)).toBe(true);
  expect(isDisclosed(derive(both, (shown) => shown.first))).toBe(true);
  const fake = { groups: [] } as unknown as Disclosed<{ groups: [] }>;
  expect(() => bundle({ fake })).toThrow("fake");
  expect(() => derive(fake, (shown) => shown)).toThrow(TypeError);
});
