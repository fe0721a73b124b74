import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { timeOf } from "../time/time-store.server.ts";

/** Deletes all that somebody keeps of where their time goes. */
export async function forgetTime(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  for (const table of ["timeWeek", "timeKind", "timeReading"] as const)
    await tx
      .deleteFrom(table)
      .where("organisationId", "=", organisationId)
      .where("personId", "=", personId)
      .execute();
}

/** All of it for its person to take along, numbers as they are read. */
export async function exportedTime(tx: Tx, scope: OrganisationScope, personId: string) {
  const { kinds, weeks, reading } = await timeOf(tx, scope, personId);
  const titles = new Map(kinds.map(({ id, title }) => [id, title]));
  const { readOn, weekOn, ...counts } = reading ?? {};
  return {
    weeks: weeks.map(({ weekOn: from, source, spent, ...week }) => ({
      ...{ weekOn: from, source },
      ...{ managing: String(week.managing), leading: String(week.leading) },
      neither: String(week.neither),
      meetings: spent.map(({ kindId, minutes, meetings }) => ({
        ...{ title: titles.get(kindId) ?? "", minutes: String(minutes), times: String(meetings) },
      })),
    })),
    kinds: kinds.map(({ title, hat }) => ({ title, hat })),
    readings: reading
      ? [
          {
            ...{ readOn, weekOn },
            ...Object.fromEntries(
              Object.entries(counts).map(([name, count]) => [name, String(count)]),
            ),
          },
        ]
      : [],
  };
}
