import { createPeople } from "~/features/people/testing/people.ts";
import type { Relationship } from "~/features/questionnaires/domain/relationship.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { saveAnswers } from "../answering/answer.server.ts";
import { accepted, answer } from "./answering.ts";
import { type CollectingRound, collectingRound, type List } from "./round.ts";

/** Who really gave an answer, and when among all: what nobody may find out afterwards. */
export type Given = {
  raterPersonId: string;
  subjectId: string;
  relationship: Relationship;
  /** 0 for the first answer of the round. */
  order: number;
  ratings: number[];
  comment: string;
};

type Group = [Relationship, number][];

/** The usual subject, and three whose groups are merged, hidden, or a single person. */
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

const shapes = [
  WITH_SOLE_OTHER,
  TWO_AND_TWO,
  ONE_AND_ONE,
  SOLE_PEER,
  ...Array.from({ length: 10 }, () => USUAL),
];

const ITEMS = 24;
/** The first peer and the first report of a usual subject may not answer: the others reach the minimum. */
const MAY_BE_SILENT = [2, 7];

/** Forty people of the directory, and the lists of fourteen of them. */
export async function manyLists(
  platform: Platform,
  scope: OrganisationScope,
  random: () => number,
): Promise<List[]> {
  const names = Array.from({ length: 40 }, (_, index) => `person${String(index).padStart(2, "0")}`);
  const people = Object.values(
    await createPeople(
      platform,
      scope,
      Object.fromEntries(names.map((name) => [name, { email: `${name}@house.test` }])),
    ),
  );
  return shapes.map((groups, index) => {
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
}

type Answering = Pick<CollectingRound, "subjects" | "rater"> & {
  requestOf(personId: string, aboutPersonId: string): Promise<string>;
};

/** Everyone answers, but for a few, in an order that has nothing to do with anything else. */
export async function answerInNoOrder(
  platform: Platform,
  round: Answering,
  lists: readonly List[],
  random: () => number,
): Promise<Given[]> {
  const requests = shuffled(
    lists.flatMap(({ personId, raters }, subject) =>
      raters.map((rater, index) => ({ about: personId, rater, usual: subject > 3, index })),
    ),
    random,
  );
  const given: Given[] = [];
  for (const [order, { about, rater, usual, index }] of requests.entries()) {
    const actor = round.rater(rater.personId);
    const requestId = await round.requestOf(rater.personId, about);
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
      subjectId: round.subjects.get(about) ?? "",
      relationship: rater.relationship,
      ...{ order, ratings, comment },
    });
  }
  return given;
}

/** A round of many subjects that collects answers and has them. */
export async function largeRound(
  platform: Platform,
  organisation: OrganisationScope,
  random: () => number,
): Promise<CollectingRound & { given: Given[] }> {
  const [, short = ""] = await inOrganisation(platform, organisation, (tx) =>
    installBuiltIn(platform, tx, organisation),
  );
  const lists = await manyLists(platform, organisation, random);
  const round = await collectingRound(platform, organisation, { instrumentId: short, lists });
  return { ...round, given: await answerInNoOrder(platform, round, lists, random) };
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
