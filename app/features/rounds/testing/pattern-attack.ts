import type { Given } from "./large-round.ts";

type Request = { person_id: string; subject_id: string; relationship: string };

/**
 * Someone with the whole database, but not the secret, takes responses for one rater's by a name they share, and looks
 * for the only person who was asked about just these participants in just these relationships.
 * @returns how many people are named, and which share of the raters rightly.
 */
export function foundByPattern(
  requests: readonly Request[],
  given: readonly Given[],
  nameOf: (given: Given, index: number) => string,
): { named: number; right: number } {
  const asked = requests.map((request) => ({
    personId: request.person_id,
    pair: `${request.subject_id} ${request.relationship}`,
  }));
  const pairOf = ({ subjectId, relationship }: Given) => `${subjectId} ${relationship}`;
  // Who is alone in their relationship is known by the list: what they say is shown by name or not at all.
  const groups = Map.groupBy(asked, ({ pair }) => pair);
  const mixed = given.filter((each) => (groups.get(pairOf(each))?.length ?? 0) > 1);
  const people = Map.groupBy(asked, ({ personId }) => personId);
  const hands = Map.groupBy(mixed, (each) => nameOf(each, mixed.indexOf(each)));
  let [named, right] = [0, 0];
  for (const hand of hands.values()) {
    const able = [...people].filter(([, own]) => {
      const pairs = new Set(own.map(({ pair }) => pair));
      return hand.every((each) => pairs.has(pairOf(each)));
    });
    if (able.length !== 1) continue;
    named += 1;
    if (able[0]?.[0] === hand[0]?.raterPersonId) right += 1;
  }
  return { named, right: right / Math.max(1, hands.size) };
}
