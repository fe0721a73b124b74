import { audit, type Statement } from "@twohats/disclosure";
import type { OwnFigures } from "~/features/reports/domain/report-content.ts";
import { pseudonymsIn } from "~/features/rounds/pseudonyms/pseudonym.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";

/** A rater of the participant, as whoever attacks the report knows them. */
export type Attacked = {
  name: string;
  relationship: string;
  ratings: readonly (number | null)[];
  /** The attacker gave these answers, or knows them. */
  known: boolean;
};

/** What each rater of an open round sent about a participant, found as only the server can. */
export async function sentAnswers(
  db: TestDatabase,
  cycle: { organisationId: string; id: string },
  participantId: string,
  known: readonly string[],
): Promise<Attacked[]> {
  const pseudonym = await inOrganisation(db.platform, cycle, (tx) =>
    pseudonymsIn(tx, cycle, db.platform.secret),
  );
  const { rows } = await db.owner.query<{ person_id: string; name: string; relationship: string }>(
    `SELECT person_id, p.name, relationship FROM request JOIN person p ON p.id = person_id
      WHERE subject_id = $1 AND state = 'invited' ORDER BY p.name`,
    [participantId],
  );
  const attacked: Attacked[] = [];
  for (const { person_id: personId, name, relationship } of rows) {
    const sent = await db.owner.query<{ ratings: (number | null)[] }>(
      "SELECT ratings FROM response WHERE subject_id = $1 AND pseudonym = $2 AND state = 'submitted'",
      [participantId, pseudonym?.({ personId, subjectId: participantId })],
    );
    const ratings = sent.rows[0]?.ratings;
    if (ratings) attacked.push({ name, relationship, ratings, known: known.includes(personId) });
  }
  return attacked;
}

/**
 * Whose answers follow from a report for someone who knows who is behind every figure, the answers of named raters, and
 * some more: single raters, or sets of fewer than `k`, by name.
 */
export function foundOut(content: OwnFigures, raters: readonly Attacked[], k = 3): string[][] {
  const others = raters.filter(({ relationship }) => relationship !== "self");
  const within = new Map(
    content.groups.map(({ id, relationships }) => [
      id,
      others.filter((rater) => relationships.includes(rater.relationship)),
    ]),
  );
  within.set("all", others);
  const found = new Map<string, string[]>();
  for (const [item, { estimates }] of content.items.entries()) {
    const answered = (list: readonly Attacked[]) =>
      list.filter(({ ratings }) => (ratings[item] ?? null) !== null);
    const said = (list: readonly Attacked[]) =>
      answered(list).reduce((sum, { ratings }) => sum + (ratings[item] ?? 0), 0);
    const open = answered(others).filter((each) => each.known || each.relationship === "manager");
    const statements: Statement[] = [
      ...open.map((rater) => ({ over: [rater.name], sum: said([rater]) })),
      ...Object.entries(estimates).flatMap(([group, figure]) => {
        const behind = answered(within.get(group) ?? []);
        if (!figure.shown || behind.length === 0) return [];
        if (figure.n !== behind.length) throw new Error(`${group} rests on ${figure.n} others`);
        // More than a rounded average tells.
        return [{ over: behind.map(({ name }) => name), sum: said(behind) }];
      }),
    ];
    const units = answered(others).map(({ name }) => ({ id: name, people: 1 }));
    const names = new Set(open.map(({ name }) => name));
    const { determined, bounds } = audit(units, statements, { k, low: -2, high: 5 });
    const exact = bounds.filter(({ low, high }) => high - low < 1e-6).map(({ unit }) => [unit]);
    for (const set of [...determined.map((each) => [...each.units]), ...exact])
      if (set.some((name) => !names.has(name))) found.set(set.toSorted().join(), set.toSorted());
  }
  return [...found.values()];
}
