import { directReports, workTimesOf } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Reading } from "../domain/known-level.ts";
import { longLeaves } from "../domain/long-leave.ts";
import { levelCarrier } from "./level-carrier.server.ts";

/** How levels of people are read: in which version of which framework, with how many levels. */
export type LevelView = { framework: string; version: number; levels: number };

/** How the evidence of one person is read on a day. */
export async function readingOf(
  tx: Tx,
  scope: OrganisationScope,
  { framework, version, levels }: LevelView,
  { personId, today }: { personId: string; today: string },
): Promise<Reading> {
  const times = await workTimesOf(tx, scope, [personId], "0001-01-01");
  return {
    ...{ levels, today, carry: await levelCarrier(tx, scope, framework, version) },
    job: (await directReports(tx, scope, personId)) > 0 ? "manager" : "other",
    leave: longLeaves(times.get(personId)?.absences ?? []),
  };
}
