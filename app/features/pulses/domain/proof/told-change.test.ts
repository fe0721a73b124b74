import { standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import type { PulseVerdict } from "../judge-change.ts";
import { type Pulsed, type ToldChange, toldChange } from "./told-change.ts";

const LEAST = standardPolicy.minimumInTables;
/** So many put together what they know of themselves: where "fewer than five" is told, four of those few know all. */
const TOGETHER = LEAST - 2;

type Counts = Record<PulseVerdict, number>;
const NOBODY: Counts = { moved: 0, "cant-tell": 0, slipped: 0 };

function people(counts: Counts, prefix = "p"): Pulsed[] {
  let at = 0;
  return (Object.entries(counts) as [PulseVerdict, number][]).flatMap(([verdict, count]) =>
    Array.from({ length: count }, () => ({ personId: `${prefix}${at++}`, verdict })),
  );
}
const told = (counts: Counts) => toldChange(people(counts), null, LEAST);

/** A round by who practised: their verdicts, those of the others, and of how many more no pulse says anything. */
type Sides = { did: Counts; not: Counts; restDid?: number; restNot?: number };
function bySides({ did, not, restDid = 0, restNot = 0 }: Sides): ToldChange["byPractice"] {
  const [practised, others] = [people(did, "d"), people(not, "n")];
  const practice = new Map<string, boolean>();
  for (const { personId } of practised) practice.set(personId, true);
  for (const { personId } of others) practice.set(personId, false);
  for (let at = 0; at < restDid; at += 1) practice.set(`x${at}`, true);
  for (let at = 0; at < restNot; at += 1) practice.set(`y${at}`, false);
  return toldChange([...practised, ...others], practice, LEAST).byPractice;
}

test("all three where each is large enough, one where it is alone, else that it was few or nearly all", () => {
  expect(told({ moved: 8, "cant-tell": 9, slipped: 5 })).toMatchObject({
    moved: { told: "count", n: 22, did: 8 },
    others: { cantTell: 9, slipped: 5 },
  });
  expect(told({ moved: 8, "cant-tell": 10, slipped: 4 })).toMatchObject({
    moved: { told: "count", n: 22, did: 8 },
    others: null,
  });
  expect(told({ moved: 4, "cant-tell": 9, slipped: 9 })).toMatchObject({
    moved: { told: "few", n: 22, least: 5 },
    others: null,
  });
  expect(told({ moved: 18, "cant-tell": 2, slipped: 2 })).toMatchObject({
    moved: { told: "nearly-all" },
    others: null,
  });
  expect(told({ moved: 5, "cant-tell": 2, slipped: 2 })).toMatchObject({
    moved: { told: "too-few", least: 10 },
  });
});

test("three who talk learn of no other how it went: every round that would be told alike is tried", () => {
  for (let n = 10; n <= 26; n += 1) {
    const worlds = new Map<string, Counts[]>();
    for (let moved = 0; moved <= n; moved += 1)
      for (let slipped = 0; slipped <= n - moved; slipped += 1) {
        const counts = { moved, "cant-tell": n - moved - slipped, slipped };
        const said = JSON.stringify(told(counts));
        worlds.set(said, [...(worlds.get(said) ?? []), counts]);
      }
    for (const [said, possible] of worlds)
      for (const verdict of ["moved", "cant-tell", "slipped"] as const) {
        const each = possible.map((counts) => counts[verdict]);
        const [least, most] = [Math.min(...each), Math.max(...each)];
        // Whatever the three are, one of the others may have this verdict, and one may have another.
        expect(most, said).toBeGreaterThan(TOGETHER);
        expect(n - least, said).toBeGreaterThan(TOGETHER);
        if (least !== most) continue;
        expect(least, said).toBeGreaterThanOrEqual(LEAST);
        expect(n - least, said).toBeGreaterThanOrEqual(LEAST);
      }
  }
});

test("those who practised beside those who did not, where on both sides enough moved and enough did not", () => {
  const half = { ...NOBODY, moved: 5, "cant-tell": 5 };
  expect(bySides({ did: { ...NOBODY, moved: 8, slipped: 5 }, not: half })).toEqual({
    told: true,
    practised: { n: 13, moved: 8 },
    not: { n: 10, moved: 5 },
  });
  for (const few of [
    { ...NOBODY, moved: 4, "cant-tell": 9 },
    { ...NOBODY, moved: 9, "cant-tell": 4 },
    { ...NOBODY, moved: 5, "cant-tell": 4 },
    NOBODY,
  ]) {
    expect(bySides({ did: few, not: half })).toEqual({ told: false, why: "few" });
    expect(bySides({ did: half, not: few })).toEqual({ told: false, why: "few" });
  }
  expect(toldChange(people(half), null, LEAST).byPractice).toEqual({ told: false, why: "few" });
});

test("whoever takes those with a pulse from all who practised is left with nobody, or with five at least", () => {
  const half = { ...NOBODY, moved: 6, "cant-tell": 6 };
  for (let restDid = 0; restDid <= 8; restDid += 1)
    for (let restNot = 0; restNot <= 8; restNot += 1) {
      const beside = bySides({ did: half, not: half, restDid, restNot });
      const nobody = restDid + restNot === 0;
      expect(beside.told, `${restDid} ${restNot}`).toBe(
        nobody || Math.min(restDid, restNot) >= LEAST,
      );
    }
});

test("somebody of whom that count knew nothing yet is not taken out: nothing is told by practice", () => {
  const all = people({ ...NOBODY, moved: 12, "cant-tell": 12 });
  const practice = new Map(all.slice(1).map(({ personId }, at) => [personId, at % 2 === 0]));
  expect(toldChange(all, practice, LEAST).byPractice).toEqual({
    told: false,
    why: "beside-others",
  });
});
