import { createPeople } from "~/features/people/testing/people.ts";
import type { Relationship } from "~/features/questionnaires/domain/relationship.ts";
import { seeded } from "~/features/reports/testing/seeded.ts";
import { saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { accepted, answer, type CollectingCycle, collectingCycle } from "./cycle.ts";
import type { House } from "./house.ts";

/** Who really gave an answer, and when among all: what nobody may find out afterwards. */
export type Given = {
  raterPersonId: string;
  participantId: string;
  relationship: Relationship;
  /** 0 for the first answer of the cycle. */
  order: number;
  ratings: number[];
  comment: string;
};

export type LargeCycle = CollectingCycle & { given: Given[] };

type Group = [Relationship, number][];

/** The usual participant, and three whose groups are merged, hidden, or a single person. */
const USUAL: Group = [
  ["self", 1],
  ["manager", 1],
  ["peer", 5],
  ["direct_report", 4],
];
const WITH_SOLE_OTHER: Group = [...USUAL, ["other", 1]];
const TWO_AND_TWO: Group = [
  ["self", 1],
  ["manager", 1],
  ["peer", 2],
  ["direct_report", 2],
];
const ONE_AND_ONE: Group = [
  ["self", 1],
  ["manager", 1],
  ["peer", 1],
  ["direct_report", 1],
];
const SOLE_PEER: Group = [
  ["self", 1],
  ["peer", 1],
];

export const shapes = [
  WITH_SOLE_OTHER,
  TWO_AND_TWO,
  ONE_AND_ONE,
  SOLE_PEER,
  ...Array.from({ length: 10 }, () => USUAL),
];

const ITEMS = 24;
/** The first peer and the first report of a usual participant may not answer: the others reach the minimum. */
const MAY_BE_SILENT = [2, 7];

/** A collecting cycle of many participants, answered in an order that has nothing to do with anything else. */
export async function largeCycle(
  platform: Platform,
  house: House,
  seed: number,
): Promise<LargeCycle> {
  const random = seeded(seed);
  const names = Array.from({ length: 40 }, (_, index) => `person${String(index).padStart(2, "0")}`);
  const people = Object.values(
    await createPeople(
      platform,
      house,
      Object.fromEntries(names.map((name) => [name, { email: `${name}@house.test` }])),
    ),
  );
  const assignments = shapes.map((groups, index) => {
    const personId = people[index] ?? "";
    const pool = shuffled(
      people.filter((id) => id !== personId),
      random,
    );
    const raters = groups.flatMap(([relationship, count]) =>
      (relationship === "self" ? [personId] : pool.splice(0, count)).map((id) => ({
        personId: id,
        relationship,
      })),
    );
    return { personId, raters };
  });
  const cycle = await collectingCycle(platform, house, assignments);
  const requests = shuffled(
    assignments.flatMap(({ personId, raters }, participant) =>
      raters.map((rater, index) => ({ about: personId, rater, usual: participant > 3, index })),
    ),
    random,
  );
  const given: Given[] = [];
  for (const [order, { about, rater, usual, index }] of requests.entries()) {
    const actor = cycle.rater(rater.personId);
    const requestId = await cycle.requestOf(rater.personId, about);
    const ratings = Array.from({ length: ITEMS }, () => Math.floor(random() * 5) - 2);
    const comment = `What ${rater.personId} thinks`;
    if (usual && MAY_BE_SILENT.includes(index) && order % 3 !== 0) {
      if (order % 2 === 0)
        accepted(await saveAnswers(platform, actor, requestId, [["item-0", "2"]]));
      continue;
    }
    await answer(platform, actor, requestId, { ratings, comments: { keep: comment } });
    given.push({
      raterPersonId: rater.personId,
      participantId: cycle.participants.get(about) ?? "",
      relationship: rater.relationship,
      order,
      ratings,
      comment,
    });
  }
  return { ...cycle, given };
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
