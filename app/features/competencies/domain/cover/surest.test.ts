import { seededRandom } from "@twohats/psychometrics";
import { expect, test } from "vitest";
import { Surest } from "./surest.ts";

test("the few surest are those that sorting everybody finds, also among equals", () => {
  const random = seededRandom(3);
  for (let round = 0; round < 200; round += 1) {
    const everybody = Array.from({ length: random.below(12) }, (_, person) => ({
      person,
      chance: random.below(5) / 4,
    }));
    const surest = new Surest(3, 4);
    for (const { person, chance } of everybody) surest.add(1, person, chance);
    const sorted = everybody.toSorted(
      (one, other) => other.chance - one.chance || one.person - other.person,
    );
    expect(surest.of(1)).toEqual(sorted.slice(0, 4));
    expect(surest.of(0)).toEqual([]);
    expect(surest.of(2)).toEqual([]);
  }
});
