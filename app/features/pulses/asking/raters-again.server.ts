import { readdressings } from "~/features/identity/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import type { ReportAgain } from "~/features/reports/index.server.ts";
import { readdressedSince } from "~/features/rounds/domain/index.ts";
import { requestsAbout } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Asked, groupOf } from "../domain/asked.ts";

/** Somebody who was asked about a person when their report was made. */
export type RaterAgain = {
  personId: string;
  relationship: Relationship;
  bySubject: boolean;
  name: string;
  address: string | null;
  language: string | null;
  /** Left since: not asked again. */
  gone: boolean;
  /**
   * Certain to be somebody else than whoever asks, and than whoever changed an address since the round began: the only
   * ones who count towards a minimum.
   */
  counts: boolean;
};

/**
 * Everyone who was asked about somebody besides themselves, but for whom HR took back; whether they answered is known
 * of nobody.
 */
export async function ratersOfReport(
  tx: Tx,
  scope: OrganisationScope,
  report: Pick<ReportAgain, "subjectId" | "opensOn">,
): Promise<RaterAgain[]> {
  const requests = (await requestsAbout(tx, scope, report.subjectId)).filter(
    ({ state, relationship }) => state === "ended" && relationship !== "self",
  );
  const ids = requests.map(({ personId }) => personId);
  const people = new Map((await peopleByIds(tx, scope, ids)).map((each) => [each.id, each]));
  const changes = await readdressings(tx, scope, ids);
  const since = sinceReport(report);
  return requests.flatMap(({ personId, relationship, bySubject }) => {
    const person = people.get(personId);
    if (!person) return [];
    const isReaddressed = readdressedSince(changes.get(personId) ?? [], since);
    return [
      {
        ...{ personId, relationship, bySubject },
        ...{ name: person.name, address: person.email, language: person.language },
        gone: person.status !== "active",
        counts: !isReaddressed && !(bySubject && relationship === "outside"),
      },
    ];
  });
}

/** From when on an address that others change counts for nobody; null where it is not known, which is never. */
export function sinceReport({ opensOn }: Pick<ReportAgain, "opensOn">): Date {
  // A round that is closed has begun; without a day, whoever was ever given another address counts for nobody.
  return new Date(opensOn === null ? 0 : `${opensOn}T00:00:00Z`);
}

/** Those of them who count, by the group of the report that they are in. */
export function askedIn(
  groups: readonly { id: string; relationships: readonly string[] }[],
  raters: readonly { personId: string; relationship: string; counts: boolean }[],
): Asked {
  const counting = raters.filter(({ counts }) => counts);
  const byGroup = Map.groupBy(counting, ({ relationship }) => groupOf(groups, relationship));
  return Object.fromEntries(
    [...byGroup].map(([group, own]) => [group, own.map(({ personId }) => personId)]),
  );
}
