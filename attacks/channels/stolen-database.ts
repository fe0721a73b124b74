import type { Attack } from "../attack.ts";

type Request = { person_id: string; subject_id: string; relationship: string };
type Response = { pseudonym: Buffer; subject_id: string; relationship: string };

/**
 * Takes responses for one rater's by a pseudonym they share, and looks for the only person who was asked about just
 * these participants in just these relationships. Whoever is alone in a relationship is known by the list, and not
 * counted.
 */
export const stolenDatabase: Attack = {
  name: "stolen database, open round",
  by: "an operator with a copy of the database, without the secret",
  rule: {
    file: "app/features/rounds/pseudonyms/pseudonym.server.ts",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source code.
    from: '.update(`${personId} ${subjectId ?? ""}`)',
    to: '.update(personId).update((subjectId ?? "").slice(0, 0))',
  },
  async run({ copy, truth }) {
    const requests = await copy<Request>(
      "SELECT person_id, subject_id, relationship FROM request WHERE state = 'invited'",
    );
    const responses = await copy<Response>(
      "SELECT pseudonym, subject_id, relationship FROM response WHERE state = 'submitted' AND pseudonym IS NOT NULL",
    );
    const pairOf = ({ subject_id, relationship }: Request | Response) =>
      `${subject_id} ${relationship}`;
    const groups = Map.groupBy(requests, pairOf);
    const mixed = responses.filter((each) => (groups.get(pairOf(each))?.length ?? 0) > 1);
    const people = [...Map.groupBy(requests, ({ person_id }) => person_id)].map(
      ([person, own]) => [person, new Set(own.map(pairOf))] as const,
    );
    const writers = new Map(
      (await truth.sent()).map((each) => [
        `${each.pseudonym} ${each.participantId}`,
        each.personId,
      ]),
    );
    let found = 0;
    for (const hand of Map.groupBy(mixed, ({ pseudonym }) => pseudonym.toString("hex")).values()) {
      const able = people.filter(([, pairs]) => hand.every((each) => pairs.has(pairOf(each))));
      if (able.length !== 1) continue;
      found += hand.filter(
        (each) =>
          writers.get(`${each.pseudonym.toString("hex")} ${each.subject_id}`) === able[0]?.[0],
      ).length;
    }
    return { tried: mixed.length, found };
  },
};
