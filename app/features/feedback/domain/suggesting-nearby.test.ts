import { expect, test } from "vitest";
import { nearColleagues } from "~/features/people/domain/index.ts";
import { suggestRaters } from "./suggest-raters.ts";

const people = Array.from({ length: 120 }, (_, index) => ({
  id: `p${index}`,
  managerId: index === 0 ? null : `p${Math.floor((index - 1) / 6)}`,
  department: index % 7 === 0 ? null : `d${index % 3}`,
  jobLevel: index % 5 === 0 ? null : `l${index % 4}`,
  hasAddress: index % 11 !== 0,
}));

test("suggesting from those near gives the same as suggesting from everyone", () => {
  const near = nearColleagues(people);
  for (const person of people) {
    const load = new Map([["p3", 4]]);
    expect(suggestRaters(person, near(person), load)).toEqual(suggestRaters(person, people, load));
    expect(near(person).length).toBeLessThan(people.length);
  }
});
